package conveyarr.health.in.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.flow.wire.Json;
import conveyarr.health.Neighbour;
import conveyarr.health.Neighbours;
import conveyarr.health.core.access.Role;
import conveyarr.health.in.web.Deeds.Way;
import conveyarr.health.view.Board;
import conveyarr.health.view.other.HookDetail;
import conveyarr.health.view.other.Incoming;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
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
import java.util.UUID;

/** The hooks that came in: the list, one of them opened, and a replay of one or of many. */
@Path("/events")
@Produces(MediaType.TEXT_HTML)
@Needs(Role.READER)
class EventPages {
    private static final String API = "/api/v1/events/incoming";

    private final Neighbours neighbours;
    private final Deeds deeds;
    private final Board board;
    private final Frames frames;

    EventPages(Neighbours neighbours, Deeds deeds, Board board, Frames frames) {
        this.neighbours = neighbours;
        this.deeds = deeds;
        this.board = board;
        this.frames = frames;
    }

    @GET
    public Uni<Response> incoming(@BeanParam IncomingPage.Asked asked) {
        Frame frame = frames.at("events");
        String path = API + "?limit=100&" + asked.query() + asked.page();
        return neighbours.get(Neighbour.REQUEST, path).chain(answer -> {
            var found = answer.as(Incoming.class);
            var page = new IncomingPage(
                    found.orElse(Incoming.NONE),
                    board.names(),
                    asked,
                    found.isPresent() ? null : answer.detail() + " " + answer.hint());
            return Html.ok(Pages.incoming(page, frame));
        });
    }

    @GET
    @Path("/incoming/{id}")
    public Uni<Response> one(@PathParam("id") UUID id) {
        Frame frame = frames.at("events");
        return neighbours.get(Neighbour.REQUEST, API + "/" + id).chain(answer -> answer.as(HookDetail.class)
                .map(hook -> Html.ok(Pages.hook(hook, frame)))
                .orElseGet(() -> Deeds.refused(frame, answer, "events")));
    }

    @POST
    @Path("/incoming/{id}/replay")
    @Needs(Role.OPERATOR)
    public Uni<Response> again(@PathParam("id") UUID id) {
        var deed = neighbours.post(Neighbour.REQUEST, API + "/" + id + "/replay", Optional.empty());
        return deeds.now(frames.at("events"), deed, new Way("events/incoming/" + id, Done.REPLAYED));
    }

    @POST
    @Path("/replay")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Role.OPERATOR)
    public Uni<Response> since(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        String source = form.text("source");
        ObjectNode order =
                Json.mapper().createObjectNode().put("source", source).put("from", form.text("from"));
        form.given("to").ifPresent(to -> order.put("to", to));
        var deed = new Deed(
                "Replay all hooks of " + source + " since " + form.text("from") + "?",
                Neighbour.REQUEST,
                API + "/replay",
                Optional.of(order),
                "events");
        return deeds.ask(frames.at("events"), deed, form);
    }
}
