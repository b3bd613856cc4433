package conveyarr.health.in;

import conveyarr.health.Stack;
import conveyarr.health.Timelines;
import conveyarr.health.view.Board;
import conveyarr.health.view.DiskView;
import conveyarr.health.view.HealthView;
import conveyarr.health.view.SummaryView;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The state of the stack for programs: every check, and the few numbers of a dashboard's tile. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
    private final Stack stack;
    private final Timelines timelines;
    private final Board board;

    HealthResource(Stack stack, Timelines timelines, Board board) {
        this.stack = stack;
        this.timelines = timelines;
        this.board = board;
    }

    @GET
    @Path("/health")
    public Uni<HealthView> health() {
        return Away.answered(look());
    }

    @GET
    @Path("/summary")
    public Uni<SummaryView> summary() {
        return Away.answered(
                look().chain(health -> timelines.counts().map(counts -> SummaryView.of(counts, health.mood()))));
    }

    /** One after the other: both read through the same session's connection pool. */
    public Uni<HealthView> look() {
        return stack.components().chain(components -> stack.tunnels()
                .map(tunnels -> HealthView.of(
                        board.checks(components, tunnels), stack.ownNetworkIsDown(), DiskView.all(components))));
    }
}
