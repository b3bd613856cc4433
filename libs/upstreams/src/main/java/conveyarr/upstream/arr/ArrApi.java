package conveyarr.upstream.arr;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The part of the API that the whole family has and we use, in its own words; {@code version} is {@code v3} or {@code v1}. */
@Path("/api/{version}")
interface ArrApi {
    @GET
    @Path("/system/status")
    Uni<Status> status(@RestPath String version);

    /** Ascending by date, the given second included, without pages; each is a {@link Row}, if it can be read. */
    @GET
    @Path("/history/since")
    Uni<List<JsonNode>> historySince(
            @RestPath String version, @RestQuery String date, @RestQuery Map<String, String> include);

    /** In pages, in the order that is asked for. */
    @GET
    @Path("/history")
    Uni<History> history(@RestPath String version, @RestQuery int page, @RestQuery Map<String, String> order);

    /** Shows 10 items and hides unknown ones unless it is told otherwise. */
    @GET
    @Path("/queue")
    Uni<Queue> queue(
            @RestPath String version,
            @RestQuery int page,
            @RestQuery int pageSize,
            @RestQuery Map<String, String> include);

    record Status(String appName, String instanceName, String version) {}

    record History(List<Moment> records) {}

    record Moment(Instant date) {}

    record Queue(List<JsonNode> records) {}
}
