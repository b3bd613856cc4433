package conveyarr.notification.in;

import conveyarr.notification.Waiting;
import conveyarr.notification.Waits;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What is collected, and when it will be told. */
@Path("/api/v1/notifications/waiting")
@Produces(MediaType.APPLICATION_JSON)
public class WaitingResource {
    private final Waits waits;

    WaitingResource(Waits waits) {
        this.waits = waits;
    }

    record Waitings(List<Waiting> items) {}

    @GET
    public Uni<Waitings> list() {
        return waits.list().map(Waitings::new);
    }
}
