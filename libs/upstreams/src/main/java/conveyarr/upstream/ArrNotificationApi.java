package conveyarr.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/**
 * "Settings, Connect" of all *arr programs; {@code version} is v3 or v1. Read as trees, because what is saved has to keep what we do not know.
 */
@Path("/api/{version}")
@Consumes(MediaType.APPLICATION_JSON)
interface ArrNotificationApi {
    @GET
    @Path("/notification")
    Uni<List<JsonNode>> all(@RestPath String version);

    @GET
    @Path("/notification/schema")
    Uni<List<JsonNode>> schema(@RestPath String version);

    /** Sends a Test first, and answers 400 when it does not arrive. */
    @POST
    @Path("/notification")
    Uni<JsonNode> create(@RestPath String version, JsonNode connection);

    /** Sends a Test first when something has changed. */
    @PUT
    @Path("/notification/{id}")
    Uni<JsonNode> update(@RestPath String version, @RestPath long id, JsonNode connection);

    @DELETE
    @Path("/notification/{id}")
    Uni<Void> delete(@RestPath String version, @RestPath long id);

    /** With the id of a saved one, success ends its block. */
    @POST
    @Path("/notification/test")
    Uni<Void> test(@RestPath String version, JsonNode connection);

    /** Tests every connection, those of others too; 400 when one of them fails. */
    @POST
    @Path("/notification/testall")
    Uni<Void> testAll(@RestPath String version);

    @GET
    @Path("/health")
    Uni<List<JsonNode>> health(@RestPath String version);
}
