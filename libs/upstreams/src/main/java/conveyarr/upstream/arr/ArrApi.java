package conveyarr.upstream.arr;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

    /** The connections that the program tells its events to. */
    @GET
    @Path("/notification")
    Uni<List<JsonNode>> notifications(@RestPath String version);

    /** Sends a test to the address first, and refuses (400) when that fails. */
    @POST
    @Path("/notification")
    Uni<JsonNode> addNotification(@RestPath String version, JsonNode notification);

    /** Sends a test first only when something changed, and not with {@code forceSave}. */
    @PUT
    @Path("/notification/{id}")
    Uni<JsonNode> changeNotification(
            @RestPath String version, @RestPath long id, @RestQuery boolean forceSave, JsonNode notification);

    @DELETE
    @Path("/notification/{id}")
    Uni<Void> removeNotification(@RestPath String version, @RestPath long id);

    /** Tests a saved connection (the body is that connection with its id), which lifts the block that failures have set on it. */
    @POST
    @Path("/notification/test")
    Uni<Void> testNotification(@RestPath String version, JsonNode notification);

    record Status(String appName, String instanceName, String version) {}

    record History(List<Moment> records) {}

    record Moment(Instant date) {}

    record Queue(List<JsonNode> records) {}
}
