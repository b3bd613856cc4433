package conveyarr.health.in.web;

import conveyarr.health.Neighbour;
import conveyarr.health.Neighbours;
import conveyarr.health.Processes;
import conveyarr.health.core.access.Role;
import conveyarr.health.view.other.Connections;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The last steps of the setup: the hooks, and the proof that all of it works. */
@Path("/setup")
@Produces(MediaType.TEXT_HTML)
@Needs(Role.ADMIN)
class SetupEndPages {
    private final Neighbours neighbours;
    private final Processes processes;
    private final MessagePages messages;
    private final Frames frames;

    SetupEndPages(Neighbours neighbours, Processes processes, MessagePages messages, Frames frames) {
        this.neighbours = neighbours;
        this.processes = processes;
        this.messages = messages;
        this.frames = frames;
    }

    @GET
    @Path("/hooks")
    public Uni<Response> hooks() {
        Frame frame = frames.at("settings");
        return neighbours.get(Neighbour.REQUEST, "/api/v1/connections").chain(answer -> processes
                .pending()
                .chain(pending ->
                        Html.ok(Pages.hooks(answer.as(Connections.class).orElse(Connections.NONE), pending, frame))));
    }

    @GET
    @Path("/proof")
    public Uni<Response> proof() {
        Frame frame = frames.at("settings");
        return messages.known(null).chain(page -> Html.ok(Pages.proof(page, frame)));
    }
}
