package conveyarr.upstream.gluetun;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Gluetun's health server ({@code HEALTH_SERVER_ADDRESS}, 127.0.0.1:9999 by default): 200 and no body, or 500 and the last error. */
@Path("/")
interface GluetunHealthApi {
    @GET
    Uni<Void> check();
}
