package conveyarr.health.in.web;

import conveyarr.flow.http.Confirmation;
import conveyarr.flow.wire.Json;
import conveyarr.health.Processes;
import conveyarr.health.Running;
import conveyarr.health.core.access.Role;
import conveyarr.health.view.other.Plan;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.Map;

/** Starts Conveyarr again with what was saved, in one process or in six. */
@Path("/settings/restart")
@Produces(MediaType.TEXT_HTML)
@Needs(Role.ADMIN)
class RestartPages {
    private static final String HERE = "settings/restart";
    private static final String BACK = "settings/connections";

    private final Processes processes;
    private final Confirmation confirmation;
    private final Frames frames;

    RestartPages(Processes processes, Confirmation confirmation, Frames frames) {
        this.processes = processes;
        this.confirmation = confirmation;
        this.frames = frames;
    }

    /** Waits for that start; {@code ended} are the ids of the processes that were ended for it. */
    @GET
    public Uni<Response> state(@QueryParam("ended") @DefaultValue("") String ended) {
        Frame frame = frames.at("settings");
        var wait = Ended.read(ended);
        return processes
                .seen()
                .chain(running -> Html.ok(Pages.restart(running.waitsFor(wait.ids()), HERE + wait.query(), frame)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> restart(MultivaluedMap<String, String> sent) {
        Frame frame = frames.at("settings");
        var token = Form.of(sent).given(Form.TOKEN);
        return processes.seen().chain(running -> {
            if (!running.pending().startsAgain()) {
                return Html.message(frame, Status.CONFLICT, alone());
            }
            return token.filter(one -> confirmation.confirms(one, running.action(), running.steps(), Instant.now()))
                    .map(_ -> begun(frame, running))
                    .orElseGet(() -> question(frame, running));
        });
    }

    private Uni<Response> question(Frame frame, Running running) {
        var plan = confirmation.plan(running.action(), running.steps(), Instant.now());
        var shown = Json.read(Json.write(plan), Plan.class);
        return Html.ok(Pages.confirm(
                new Question("Start Conveyarr again with what was saved?", shown, Map.of(), BACK), frame));
    }

    private Uni<Response> begun(Frame frame, Running running) {
        String waits = HERE + new Ended(running.ids()).query();
        return processes.restart(running).map(_ -> Html.seeOther(frame.root() + waits));
    }

    private static Html.Note alone() {
        return new Html.Note(
                "This was not done",
                "Nothing starts Conveyarr again here when it ends.",
                "Start it again yourself: what was saved counts then.",
                BACK,
                "Back");
    }
}
