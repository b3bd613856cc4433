package conveyarr.health.in.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.health.Answer;
import conveyarr.health.Neighbour;
import conveyarr.health.Neighbours;
import conveyarr.health.Processes;
import conveyarr.health.core.access.Role;
import conveyarr.health.in.HealthResource;
import conveyarr.health.in.web.Deeds.Way;
import conveyarr.health.view.HealthPage;
import conveyarr.health.view.other.Connections;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;

/** The setup's step of the programs: each is tried, and saved when it answers. It can be left and come back to. */
@Path("/setup")
@Produces(MediaType.TEXT_HTML)
@Needs(Role.ADMIN)
class SetupPages {
    private static final String API = "/api/v1/connections";
    private static final String BACK = "setup/find";

    private final HealthResource health;
    private final List<String> kinds;
    private final Neighbours neighbours;
    private final Processes processes;
    private final Deeds deeds;
    private final Frames frames;

    SetupPages(
            HealthResource health,
            Upstreams upstreams,
            Neighbours neighbours,
            Processes processes,
            Deeds deeds,
            Frames frames) {
        this.health = health;
        this.kinds = upstreams.kinds().stream().sorted().toList();
        this.neighbours = neighbours;
        this.processes = processes;
        this.deeds = deeds;
        this.frames = frames;
    }

    /** {@code name} is that of a saved one, to be changed. */
    @GET
    @Path("/find")
    public Uni<Response> find(@QueryParam("name") String name) {
        Frame frame = frames.at("settings");
        return name == null
                ? found(frame, Attempt.none(Wanted.NOTHING))
                : neighbours
                        .get(Neighbour.REQUEST, API)
                        .chain(answer -> found(frame, Attempt.none(saved(answer, name))));
    }

    /** Tries a program in place. */
    @POST
    @Path("/find")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> attempt(MultivaluedMap<String, String> sent) {
        Frame frame = frames.at("settings");
        Wanted wanted = Wanted.of(Form.of(sent));
        return neighbours
                .put(Neighbour.REQUEST, place(wanted), wanted.order().put("dryRun", true))
                .chain(answer -> found(frame, Attempt.of(wanted, answer)));
    }

    /** Saves what was tried. */
    @POST
    @Path("/find/save")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> save(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        Wanted wanted = Wanted.of(form);
        ObjectNode order = wanted.order()
                .put(Form.TOKEN, form.text(Form.TOKEN))
                .put("saveAnyway", form.given("anyway").isPresent());
        var deed = neighbours.put(Neighbour.REQUEST, place(wanted), order);
        return deeds.now(frames.at("settings"), deed, new Way(BACK, Done.KEPT));
    }

    private static String place(Wanted wanted) {
        return API + "/" + Neighbours.part(wanted.name());
    }

    private static Wanted saved(Answer answer, String name) {
        return answer.as(Connections.class).orElse(Connections.NONE).items().stream()
                .filter(item -> item.instance().equals(name))
                .findFirst()
                .map(Wanted::of)
                .orElse(Wanted.NOTHING);
    }

    private Uni<Response> found(Frame frame, Attempt<Wanted> attempt) {
        return Guarded.page(
                frame, health.look().chain(view -> processes.pending().chain(pending -> {
                    var checks = HealthPage.of(view, List.of(), Instant.now()).groups().values().stream()
                            .flatMap(List::stream)
                            .filter(line -> !line.check().ours())
                            .toList();
                    return Html.ok(Pages.find(new FindPage(checks, kinds, pending, attempt), frame));
                })));
    }
}
