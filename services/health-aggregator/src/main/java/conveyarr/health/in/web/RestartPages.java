package conveyarr.health.in.web;

import conveyarr.flow.http.Confirmation;
import conveyarr.flow.http.ProcessResource;
import conveyarr.flow.wire.Json;
import conveyarr.health.Processes;
import conveyarr.health.core.access.Role;
import conveyarr.health.view.other.Plan;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Starts Conveyarr again with what was saved, in one process or in six. */
@Path("/settings/restart")
@Produces(MediaType.TEXT_HTML)
@Needs(Role.ADMIN)
class RestartPages {
    private static final String ACTION = "restart all";
    private static final String BACK = "settings/connections";

    private final Processes processes;
    private final Confirmation confirmation;
    private final Frames frames;

    RestartPages(Processes processes, Confirmation confirmation, Frames frames) {
        this.processes = processes;
        this.confirmation = confirmation;
        this.frames = frames;
    }

    /** Whether that start is over: the page that the action leads to asks it when it is live again. */
    @GET
    public Uni<Response> state() {
        Frame frame = frames.at("settings");
        return processes.pending().chain(pending -> Html.ok(Pages.restart(pending.waits(), List.of(), frame)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> restart(MultivaluedMap<String, String> sent) {
        Frame frame = frames.at("settings");
        var token = Form.of(sent).given(Form.TOKEN);
        return processes
                .pending()
                .chain(pending -> pending.startsAgain()
                        ? processes.names().chain(names -> token.map(one -> confirmed(frame, one, names))
                                .orElseGet(() -> question(frame, names)))
                        : Html.message(frame, Status.CONFLICT, alone()));
    }

    private Uni<Response> question(Frame frame, List<String> names) {
        var plan = Json.read(Json.write(confirmation.plan(ACTION, steps(names), Instant.now())), Plan.class);
        return Html.ok(
                Pages.confirm(new Question("Start Conveyarr again with what was saved?", plan, Map.of(), BACK), frame));
    }

    private Uni<Response> confirmed(Frame frame, String token, List<String> names) {
        return confirmation.confirms(token, ACTION, steps(names), Instant.now())
                ? processes.restart().chain(refused -> Html.ok(Pages.restart(true, refused, frame)))
                : question(frame, names);
    }

    private static List<conveyarr.flow.http.Plan.Step> steps(List<String> names) {
        return names.stream().map(ProcessResource::step).toList();
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
