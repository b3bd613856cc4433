package conveyarr.flow.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Says that the process answers, in the form that the *arr programs use (Radarr 4.3 and later: {@code GET /ping}). */
@Path("/ping")
public final class PingResource {
    public record Pong(String status) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Pong ping() {
        return new Pong("OK");
    }
}
