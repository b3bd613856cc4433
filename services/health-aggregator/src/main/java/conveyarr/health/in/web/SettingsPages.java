package conveyarr.health.in.web;

import conveyarr.health.Neighbour;
import conveyarr.health.Neighbours;
import conveyarr.health.core.access.Role;
import conveyarr.health.view.Board;
import conveyarr.health.view.other.StallRules;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The settings that are shown and not changed here. */
@Path("/settings")
@Produces(MediaType.TEXT_HTML)
@Needs(Role.READER)
class SettingsPages {
    private final Neighbours neighbours;
    private final Board board;
    private final Frames frames;

    SettingsPages(Neighbours neighbours, Board board, Frames frames) {
        this.neighbours = neighbours;
        this.board = board;
        this.frames = frames;
    }

    @GET
    public Uni<Response> first() {
        return Uni.createFrom().item(Html.seeOther(frames.at("settings").root() + "settings/connections"));
    }

    @GET
    @Path("/rules")
    public Uni<Response> rules() {
        Frame frame = frames.at("settings");
        return neighbours.get(Neighbour.DOWNLOAD, "/api/v1/downloads/rules").chain(answer -> {
            var found = answer.as(StallRules.class);
            var page = new RulesPage(found.orElse(null), found.isPresent() ? null : answer.detail());
            return Html.ok(Pages.rules(page, frame));
        });
    }

    @GET
    @Path("/about")
    public Uni<Response> about() {
        String java = Runtime.version().toString();
        return Html.ok(Pages.about(new AboutPage(java, board.names()), frames.at("settings")));
    }
}
