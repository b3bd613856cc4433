package conveyarr.health.in.web;

import conveyarr.health.Neighbour;
import conveyarr.health.Neighbours;
import conveyarr.health.Trials;
import conveyarr.health.Trials.Result;
import conveyarr.health.Trials.Wanted;
import conveyarr.health.core.access.Role;
import conveyarr.health.in.HealthResource;
import conveyarr.health.view.HealthPage;
import conveyarr.health.view.other.Connections;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;

/** The steps of the setup after the account. Each can be left and come back to: what is done is in the programs and in the configuration. */
@Path("/setup")
@Produces(MediaType.TEXT_HTML)
@Needs(Role.ADMIN)
class SetupPages {
    private static final Wanted NOTHING = new Wanted("", "", "", "");

    private final HealthResource health;
    private final Trials trials;
    private final Neighbours neighbours;
    private final MessagePages messages;
    private final Frames frames;

    SetupPages(HealthResource health, Trials trials, Neighbours neighbours, MessagePages messages, Frames frames) {
        this.health = health;
        this.trials = trials;
        this.neighbours = neighbours;
        this.messages = messages;
        this.frames = frames;
    }

    @GET
    @Path("/find")
    public Uni<Response> find() {
        return found(frames.at("settings"), NOTHING, null);
    }

    /** Tries a program in place. */
    @POST
    @Path("/find")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> attempt(MultivaluedMap<String, String> sent) {
        Frame frame = frames.at("settings");
        Form form = Form.of(sent);
        var wanted = new Wanted(form.text("kind"), form.text("url"), form.text("user"), form.text("key"));
        return Aside.of(() -> Trials.forbidden(wanted.url()))
                .chain(no -> no.map(why -> Uni.createFrom().item(new Result(false, why)))
                        .orElseGet(() -> trials.of(wanted)))
                .chain(result -> found(frame, wanted, result));
    }

    @GET
    @Path("/hooks")
    public Uni<Response> hooks() {
        Frame frame = frames.at("settings");
        return neighbours
                .get(Neighbour.REQUEST, "/api/v1/connections")
                .chain(answer ->
                        Html.ok(Pages.hooks(answer.as(Connections.class).orElse(Connections.NONE), frame)));
    }

    @GET
    @Path("/proof")
    public Uni<Response> proof() {
        Frame frame = frames.at("settings");
        return messages.known(null).chain(page -> Html.ok(Pages.proof(page, frame)));
    }

    private Uni<Response> found(Frame frame, Wanted wanted, Result result) {
        return Guarded.page(frame, health.look().chain(view -> {
            var checks = HealthPage.of(view, Instant.now()).groups().values().stream()
                    .flatMap(List::stream)
                    .toList();
            return Html.ok(Pages.find(new FindPage(checks, trials.kinds(), wanted, result), frame));
        }));
    }
}
