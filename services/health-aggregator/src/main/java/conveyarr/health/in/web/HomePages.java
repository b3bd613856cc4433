package conveyarr.health.in.web;

import conveyarr.health.Overviews;
import conveyarr.health.core.access.Role;
import conveyarr.health.in.HealthResource;
import conveyarr.health.view.Board;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/** The first page: whether somebody is needed, what moves, and how the programs are. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Needs(Role.READER)
class HomePages {
    private final Overviews overviews;
    private final HealthResource health;
    private final Board board;
    private final Frames frames;

    HomePages(Overviews overviews, HealthResource health, Board board, Frames frames) {
        this.overviews = overviews;
        this.health = health;
        this.board = board;
        this.frames = frames;
    }

    @GET
    public Uni<Response> home() {
        Frame frame = frames.at("overview");
        return Guarded.page(
                frame,
                health.look()
                        .chain(checks -> overviews.now(checks, Instant.now()))
                        .chain(view -> Html.ok(Pages.overview(new OverviewPage(view, board.isEmpty()), frame))));
    }
}
