package conveyarr.health.in.web;

import conveyarr.health.core.access.Role;
import conveyarr.health.in.HealthResource;
import conveyarr.health.view.HealthPage;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/** The state of every program, with its last day. */
@Path("/health")
@Produces(MediaType.TEXT_HTML)
@Needs(Role.READER)
class HealthPages {
    private final HealthResource health;
    private final Frames frames;

    HealthPages(HealthResource health, Frames frames) {
        this.health = health;
        this.frames = frames;
    }

    @GET
    public Uni<Response> all() {
        Frame frame = frames.at("health");
        return Guarded.page(
                frame, health.look().chain(view -> Html.ok(Pages.checks(HealthPage.of(view, Instant.now()), frame))));
    }
}
