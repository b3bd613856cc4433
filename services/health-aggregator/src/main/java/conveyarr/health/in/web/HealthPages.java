package conveyarr.health.in.web;

import conveyarr.health.IncidentLog;
import conveyarr.health.core.access.Role;
import conveyarr.health.in.HealthResource;
import conveyarr.health.in.LookNow;
import conveyarr.health.in.web.Deeds.Way;
import conveyarr.health.view.HealthPage;
import conveyarr.health.view.IncidentLine;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.time.Instant;

/** The state of every program with its last day, and what went wrong lately. */
@Path("/health")
@Produces(MediaType.TEXT_HTML)
@Needs(Role.READER)
class HealthPages {
    private static final Duration LATELY = Duration.ofDays(7);

    private final HealthResource health;
    private final IncidentLog incidents;
    private final LookNow looks;
    private final Frames frames;

    HealthPages(HealthResource health, IncidentLog incidents, LookNow looks, Frames frames) {
        this.health = health;
        this.incidents = incidents;
        this.looks = looks;
        this.frames = frames;
    }

    @GET
    public Uni<Response> all() {
        Frame frame = frames.at("health");
        Instant now = Instant.now();
        return Guarded.page(frame, health.look().chain(view -> incidents
                .since(now.minus(LATELY), now)
                .map(found ->
                        found.stream().map(one -> IncidentLine.of(one, now)).toList())
                .chain(lines -> Html.ok(Pages.checks(HealthPage.of(view, lines, now), frame)))));
    }

    /** Looks at one of them; what that gives appears by itself. */
    @POST
    @Path("/{check}/look")
    @Needs(Role.OPERATOR)
    public Uni<Response> look(@PathParam("check") String check) {
        Frame frame = frames.at("health");
        return switch (looks.at(check)) {
            case LookNow.Reply.Begun _ ->
                Uni.createFrom().item(Html.seeOther(frame.root() + new Way("health", Done.LOOKED).address()));
            case LookNow.Reply.TooSoon soon -> refused(frame, Status.TOO_MANY_REQUESTS, soon.words());
            case LookNow.Reply.Nobody _ -> refused(frame, Status.NOT_FOUND, "There is no such check.");
        };
    }

    private static Uni<Response> refused(Frame frame, Status status, String text) {
        return Html.message(frame, status, new Html.Note("This was not done", text, "", "health", "Back"));
    }
}
