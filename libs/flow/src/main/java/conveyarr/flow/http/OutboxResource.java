package conveyarr.flow.http;

import conveyarr.flow.Flow;
import conveyarr.flow.loop.Backlog.Sizes;
import conveyarr.flow.loop.Parked;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What of each service of this process waits to be published, and what the broker refused for good. */
@Path("/api/v1/outbox")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public final class OutboxResource {
    private final List<Flow> flows;

    OutboxResource(@All List<Flow> flows) {
        this.flows = flows;
    }

    /** The list, wrapped so that fields can be added. */
    public record Items(List<Item> items) {}

    /** {@code oldestSeconds} is the age of the oldest row that waits. */
    public record Item(String service, long pending, double oldestSeconds, List<Parked.Row> parked) {}

    @GET
    public Items list() throws SQLException {
        var items = new ArrayList<Item>();
        for (Flow flow : flows) {
            Sizes sizes = flow.upkeep().backlog().sizes();
            items.add(new Item(
                    flow.service(),
                    sizes.pending(),
                    sizes.oldestSeconds(),
                    flow.upkeep().parked().rows()));
        }
        return new Items(items);
    }

    /** Tries a parked row again, such as after the broker's limit was raised. */
    @POST
    @Path("/{service}/parked/{seq}/retry")
    public Response retry(@PathParam("service") String service, @PathParam("seq") String seq) throws SQLException {
        for (Flow flow : flows) {
            if (flow.service().equals(service)
                    && seq.matches("\\d{1,18}")
                    && flow.upkeep().parked().release(Long.parseLong(seq))) {
                flow.wake();
                return Response.accepted().build();
            }
        }
        return Problem.answer(
                Status.NOT_FOUND, "No such row is parked here.", "GET /api/v1/outbox lists the parked rows.");
    }
}
