package conveyarr.health.in.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.flow.wire.Json;
import conveyarr.health.Answer;
import conveyarr.health.Neighbour;
import conveyarr.health.Neighbours;
import conveyarr.health.Processes;
import conveyarr.health.core.access.Role;
import conveyarr.health.view.other.Connections;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;

/** Whether the hooks of each program come to us, and what to do about it. */
@Path("/settings/connections")
@Produces(MediaType.TEXT_HTML)
@Needs(Role.READER)
class ConnectionPages {
    private static final String API = "/api/v1/connections";
    private static final String BACK = "settings/connections";

    private final Neighbours neighbours;
    private final Processes processes;
    private final Deeds deeds;
    private final Frames frames;

    ConnectionPages(Neighbours neighbours, Processes processes, Deeds deeds, Frames frames) {
        this.neighbours = neighbours;
        this.processes = processes;
        this.deeds = deeds;
        this.frames = frames;
    }

    @GET
    public Uni<Response> all() {
        Frame frame = frames.at("settings");
        return neighbours.get(Neighbour.REQUEST, API).chain(answer -> answer.as(Connections.class)
                .map(found -> processes.pending().chain(pending -> Html.ok(Pages.connections(found, pending, frame))))
                .orElseGet(() -> Deeds.refused(frame, answer, "settings/about")));
    }

    /** Lets the program send its own test. */
    @POST
    @Path("/{name}/test")
    @Needs(Role.OPERATOR)
    public Uni<Response> test(@PathParam("name") String name) {
        Frame frame = frames.at("settings");
        return neighbours
                .post(Neighbour.REQUEST, API + "/" + Neighbours.part(name) + "/test", Optional.empty())
                .chain(answer -> answer.isGood()
                        ? Html.message(frame, Status.OK, tested(name, answer))
                        : Deeds.refused(frame, answer, BACK));
    }

    @POST
    @Path("/{name}/hook")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Role.ADMIN)
    public Uni<Response> hook(@PathParam("name") String name, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        ObjectNode order = Json.mapper().createObjectNode().put("mode", form.text("mode"));
        form.given("url").ifPresent(url -> order.put("url", url));
        String path = API + "/" + Neighbours.part(name) + "/hook";
        String back = form.text("back").equals("setup") ? "setup/hooks" : BACK;
        var deed = new Deed(question(form.text("mode"), name), Neighbour.REQUEST, path, Optional.of(order), back);
        return deeds.ask(frames.at("settings"), deed, form);
    }

    /** Takes back one that was saved. */
    @POST
    @Path("/{name}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Role.ADMIN)
    public Uni<Response> remove(@PathParam("name") String name, MultivaluedMap<String, String> sent) {
        String path = API + "/" + Neighbours.part(name);
        String question = "Remove " + name + " from the saved connections?";
        var deed = new Deed(question, Neighbour.REQUEST, path, Optional.empty(), BACK, "DELETE", Done.FORGOTTEN);
        return deeds.ask(frames.at("settings"), deed, Form.of(sent));
    }

    private static Html.Note tested(String name, Answer answer) {
        boolean verified = "VERIFIED".equals(answer.body().path("state").asText());
        String text = verified
                ? name + " reached us through its own test in "
                        + answer.body().path("ms").asLong() + " ms."
                : name + " says that its test was sent, but nothing arrived here.";
        String hint = verified ? "" : "Say in conveyarr.hooks.own-url at which address the program can reach us.";
        return new Html.Note(verified ? "Connected" : "Not connected", text, hint, BACK, "Back");
    }

    private static String question(String mode, String name) {
        return switch (mode) {
            case "install" -> "Install our hook in " + name + "?";
            case "replace-and-forward" -> "Replace the hook of " + name + " and send a copy of each to where it went?";
            case "polling-only" -> "Leave the hooks of " + name + " alone and ask it instead?";
            case "remove" -> "Remove our hook from " + name + "?";
            default -> "Change the hook of " + name + "?";
        };
    }
}
