package conveyarr.health.in.access;

import conveyarr.health.in.Away;
import conveyarr.health.in.HealthResource;
import conveyarr.health.in.web.Frames;
import conveyarr.health.in.web.Html;
import conveyarr.health.in.web.Html.Note;
import conveyarr.health.in.web.Needs;
import conveyarr.health.timeline.Tone;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** Whether the stack is well, for everybody and without a name, when the owner wants that. */
@Path("/status")
@Produces(MediaType.TEXT_HTML)
@Needs.Open
class StatusPages {
    private final HealthResource health;
    private final AccessConfig config;
    private final Frames frames;

    StatusPages(HealthResource health, AccessConfig config, Frames frames) {
        this.health = health;
        this.config = config;
        this.frames = frames;
    }

    @GET
    public Uni<Response> status() {
        return config.publicStatus()
                ? Away.answered(health.look()).chain(view -> page(Status.OK, sentence(view.mood())))
                : page(Status.NOT_FOUND, "There is no public status page here.");
    }

    private Uni<Response> page(Status status, String text) {
        return Html.message(frames.at(""), status, new Note("Status", text, "", "", "To the pages"));
    }

    private static String sentence(Tone worst) {
        return switch (worst) {
            case OK, INFO, WAIT -> "Everything runs.";
            case WARN -> "Everything that matters runs; something beside it does not.";
            case BAD -> "Something does not run. It is known.";
            case OFF -> "Not known at the moment.";
        };
    }
}
