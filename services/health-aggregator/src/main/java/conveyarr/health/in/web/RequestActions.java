package conveyarr.health.in.web;

import conveyarr.health.Timelines;
import conveyarr.health.core.access.Role;
import conveyarr.health.timeline.Timeline;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;

/** What a person has done for a request: decided in Seerr, or asked of the *arr program that has the title. */
@Path("/requests/{id}/actions/{action}")
@Produces(MediaType.TEXT_HTML)
@Needs(Role.OPERATOR)
class RequestActions {
    private final Timelines timelines;
    private final Deeds deeds;
    private final Frames frames;

    RequestActions(Timelines timelines, Deeds deeds, Frames frames) {
        this.timelines = timelines;
        this.deeds = deeds;
        this.frames = frames;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> act(
            @PathParam("id") String id, @PathParam("action") String action, MultivaluedMap<String, String> sent) {
        Frame frame = frames.at("requests");
        Form form = Form.of(sent);
        return Guarded.page(frame, timelines.find(id).chain(found -> found.flatMap(timeline -> deed(timeline, action))
                .map(deed -> deeds.ask(frame, deed, form))
                .orElseGet(() -> Html.message(
                        frame,
                        Status.NOT_FOUND,
                        Html.Note.of(Status.NOT_FOUND, "There is no such request, or no such action.")))));
    }

    private static Optional<Deed> deed(Timeline timeline, String action) {
        return Offer.call(timeline, action)
                .map(call -> new Deed(
                        call.offer().question() + " \""
                                + timeline.facts().name().title() + "\"?",
                        call.who(),
                        call.path(),
                        Optional.empty(),
                        "requests/" + timeline.requestId()));
    }
}
