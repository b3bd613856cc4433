package conveyarr.health.in.web;

import conveyarr.health.Neighbour;
import conveyarr.health.Neighbours;
import conveyarr.health.core.access.Role;
import conveyarr.health.view.other.Downloads;
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
import java.util.Optional;

/** The downloads of all clients, what is planned for them, and what a person may do with one. */
@Path("/downloads")
@Produces(MediaType.TEXT_HTML)
@Needs(Role.READER)
class DownloadPages {
    private static final String API = "/api/v1/downloads";

    private final Neighbours neighbours;
    private final Deeds deeds;
    private final Frames frames;

    DownloadPages(Neighbours neighbours, Deeds deeds, Frames frames) {
        this.neighbours = neighbours;
        this.deeds = deeds;
        this.frames = frames;
    }

    @GET
    public Uni<Response> all() {
        Frame frame = frames.at("downloads");
        return neighbours.get(Neighbour.DOWNLOAD, API).chain(answer -> {
            var found = answer.as(Downloads.class);
            var page = new DownloadsPage(found.orElse(Downloads.NONE), found.isPresent() ? null : answer.detail());
            return Html.ok(Pages.downloads(page, frame));
        });
    }

    @POST
    @Path("/{id}/{action}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Role.OPERATOR)
    public Uni<Response> act(
            @PathParam("id") String id, @PathParam("action") String action, MultivaluedMap<String, String> sent) {
        Frame frame = frames.at("downloads");
        Form form = Form.of(sent);
        String path = API + "/" + Neighbours.part(id) + "/" + Neighbours.part(action);
        String name = form.given("name").orElse(id);
        return deeds.ask(
                frame, new Deed(question(action, name), Neighbour.DOWNLOAD, path, Optional.empty(), "downloads"), form);
    }

    private static String question(String action, String name) {
        return switch (action) {
            case "pause" -> "Pause \"" + name + "\"?";
            case "resume" -> "Resume \"" + name + "\"?";
            case "keep" -> "Keep \"" + name + "\" and cancel what is planned for it?";
            case "replace" -> "Give up \"" + name + "\" and ask for another release?";
            default -> "Do this with \"" + name + "\"?";
        };
    }
}
