package conveyarr.health.in.web;

import conveyarr.health.Neighbour;
import conveyarr.health.Neighbours;
import conveyarr.health.core.access.Role;
import conveyarr.health.in.web.Deeds.Way;
import conveyarr.health.view.other.Deliveries;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** What was told to people and why not, and one of them sent once more. */
@Path("/events/outgoing")
@Produces(MediaType.TEXT_HTML)
@Needs(Role.READER)
class OutgoingPages {
    private static final String API = "/api/v1/notifications/deliveries";

    private final Neighbours neighbours;
    private final Deeds deeds;
    private final Frames frames;

    OutgoingPages(Neighbours neighbours, Deeds deeds, Frames frames) {
        this.neighbours = neighbours;
        this.deeds = deeds;
        this.frames = frames;
    }

    @GET
    public Uni<Response> list(@RestQuery @DefaultValue("") String state, @RestQuery @DefaultValue("") String cursor) {
        Frame frame = frames.at("events");
        String path = API + "?limit=100" + part("state", state) + part("cursor", cursor);
        return neighbours.get(Neighbour.NOTIFICATION, path).chain(answer -> {
            var found = answer.as(Deliveries.class);
            var page = new OutgoingPage(
                    found.orElse(Deliveries.NONE), state, cursor, found.isPresent() ? null : answer.detail());
            return Html.ok(Pages.outgoing(page, frame));
        });
    }

    @POST
    @Path("/{id}/resend")
    @Needs(Role.OPERATOR)
    public Uni<Response> again(@PathParam("id") String id) {
        String path = API + "/" + Neighbours.part(id) + "/resend";
        var deed = neighbours.post(Neighbour.NOTIFICATION, path, Optional.empty());
        return deeds.now(frames.at("events"), deed, new Way("events/outgoing", Done.RESENT));
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + Neighbours.part(value);
    }
}
