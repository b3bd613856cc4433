package conveyarr.health.in.access;

import conveyarr.health.SingleSignOn;
import conveyarr.health.core.access.LoginRefused;
import conveyarr.health.core.access.Trip;
import conveyarr.health.in.web.Frames;
import conveyarr.health.in.web.Html;
import conveyarr.health.in.web.Needs;
import conveyarr.health.in.web.Pages;
import conveyarr.upstream.UpstreamTrouble;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.jboss.logging.Logger;

/** To an identity provider, and back with its word. */
@Path("/login/oidc")
@Produces(MediaType.TEXT_HTML)
@Needs.Open
class ProviderPages {
    private static final Logger LOGGER = Logger.getLogger(ProviderPages.class);

    /** A proxy that does not pass {@code Host} on would otherwise lead round in a circle. */
    private static final String HERE = "here";

    private final SingleSignOn signOn;
    private final Guests guests;
    private final Trips trips;
    private final Peer peer;
    private final Frames frames;

    ProviderPages(SingleSignOn signOn, Guests guests, Trips trips, Peer peer, Frames frames) {
        this.trips = trips;
        this.signOn = signOn;
        this.guests = guests;
        this.peer = peer;
        this.frames = frames;
    }

    @GET
    public Uni<Response> go(@Context HttpServerRequest call) {
        if (!signOn.on()) {
            return page(Status.NOT_FOUND, "No identity provider is set up here.");
        }
        if (!peer.atPublicUrl(call) && call.getParam(HERE) == null) {
            // The cookie of the trip has to be at the address to which the provider sends people back.
            return Uni.createFrom().item(Html.seeOther(signOn.publicUrl() + "/login/oidc?" + HERE + "=yes"));
        }
        Trip trip = trips.begin();
        return explained(signOn.way(trip).map(way -> Response.fromResponse(Html.seeOther(way.toString()))
                .cookie(trips.depart(trip, call))
                .build()));
    }

    @GET
    @Path("/back")
    public Uni<Response> back(@Context HttpServerRequest call) {
        Optional<Trip> trip = trips.of(call).filter(one -> one.state().equals(call.getParam("state")));
        String code = call.getParam("code");
        if (!signOn.on() || trip.isEmpty()) {
            return page(
                    Status.BAD_REQUEST, "This login was begun in another browser, or too long ago. Begin it again.");
        }
        if (code == null) {
            return page(
                    Status.FORBIDDEN,
                    "The provider did not let you in: "
                            + Optional.ofNullable(call.getParam("error")).orElse("it does not say why"));
        }
        return explained(signOn.person(code, trip.get()).map(person -> {
            LOGGER.infof("access.login good=true by=provider from=%s", peer.client(call));
            return Response.fromResponse(Html.seeOther(frames.at("").root()))
                    .cookie(guests.begin(person, call), trips.arrive(call))
                    .build();
        }));
    }

    private Uni<Response> explained(Uni<Response> answer) {
        return answer.onFailure(LoginRefused.class)
                .recoverWithUni(refused -> page(Status.FORBIDDEN, refused.getMessage()))
                .onFailure(UpstreamTrouble.class)
                .invoke(trouble -> LOGGER.warnf("access.provider-trouble cause=%s", trouble.getMessage()))
                .onFailure(UpstreamTrouble.class)
                .recoverWithUni(
                        _ -> page(
                                Status.BAD_GATEWAY,
                                "The provider does not answer, or does not take this login any more. Begin it again; the log of health-aggregator says more."));
    }

    private Uni<Response> page(Status status, String trouble) {
        return Html.answer(status, Pages.login(trouble, signOn.label().orElse(""), frames.at("")));
    }
}
