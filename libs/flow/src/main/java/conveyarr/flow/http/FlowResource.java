package conveyarr.flow.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How the services of this process do. */
@Path("/api/v1/services")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public final class FlowResource {
    private final FlowStates states;

    FlowResource(FlowStates states) {
        this.states = states;
    }

    @GET
    public FlowStates.Items list() {
        return states.all();
    }
}
