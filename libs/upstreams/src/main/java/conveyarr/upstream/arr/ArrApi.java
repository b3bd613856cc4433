package conveyarr.upstream.arr;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

    /** In pages, in the order that is asked for; each record is a {@link Row}, if it can be read. */
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

    @GET
    @Path("/health")
    Uni<List<JsonNode>> health(@RestPath String version);

    /** Titles, episodes or files to import; {@code resource} is one of them. */
    @GET
    @Path("/{resource}")
    Uni<List<JsonNode>> list(@RestPath String version, @RestPath String resource, @RestQuery Map<String, String> which);

    /** Answers {@code {}}, or nothing. */
    @DELETE
    @Path("/queue/{id}")
    Uni<String> removeFromQueue(@RestPath String version, @RestPath long id, @RestQuery Map<String, String> how);

    @POST
    @Path("/command")
    Uni<Command> command(@RestPath String version, Map<String, Object> command);

    record Command(long id, String name, String status) {}

    record Status(String appName, String instanceName, String version) {}

    record History(List<JsonNode> records) {}

    record Queue(List<JsonNode> records) {}
}
