package conveyarr.upstream.seerr;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** The one webhook of a Seerr. Read as a tree, because what is saved has to keep what we do not know. Needs the key of an admin. */
@Path("/api/v1/settings/notifications/webhook")
@Consumes(MediaType.APPLICATION_JSON)
interface SeerrSlotApi {
    @GET
    Uni<JsonNode> settings();

    /** Sends no test. */
    @POST
    Uni<JsonNode> save(JsonNode settings);

    /** Sends a test as these settings say, saved or not; 500 when it does not arrive. */
    @POST
    @Path("/test")
    Uni<Void> test(JsonNode settings);
}
