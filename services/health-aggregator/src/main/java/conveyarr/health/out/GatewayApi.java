package conveyarr.health.out;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;

/** What request-gateway alone knows: who is behind the references to people, and how many hooks came in. */
@Path("/api/v1")
interface GatewayApi {
    @GET
    @Path("/people")
    Uni<Map<String, String>> people();

    @GET
    @Path("/events/incoming/counts")
    Uni<Counts> counts();

    /** Of the last hour. */
    record Counts(long received, long stored, long rejected) {}
}
