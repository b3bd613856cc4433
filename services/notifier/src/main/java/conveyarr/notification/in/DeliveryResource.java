package conveyarr.notification.in;

import conveyarr.notification.Deliveries;
import conveyarr.notification.Listing;
import conveyarr.notification.Listing.Listed;
import conveyarr.notification.Listing.Place;
import conveyarr.notification.core.Delivery;
import conveyarr.notification.core.Delivery.Failed;
import conveyarr.notification.core.Delivery.InDoubt;
import conveyarr.notification.core.Delivery.Suppressed;
import conveyarr.notification.core.Delivery.Unknown;
import conveyarr.notification.core.DeliveryId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** The ledger: what was told on which channel to whom, and why not. */
@Path("/api/v1/notifications/deliveries")
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryResource {
    private static final int MOST = 500;

    private final Deliveries deliveries;

    DeliveryResource(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** The list, and where the next page begins, if there is one. */
    record Page(List<DeliveryView> items, Optional<String> next) {}

    @GET
    public Uni<Response> list(
            @RestQuery @DefaultValue("50") String limit,
            @RestQuery Optional<String> state,
            @RestQuery Optional<String> cursor,
            @BeanParam Filter filter) {
        if (!limit.matches("[1-9]\\d{0,2}") || Integer.parseInt(limit) > MOST) {
            return Answers.refuse("The limit is no number from 1 to " + MOST + ".", "Leave it out to get 50.");
        }
        var wanted = state.filter(word -> !word.isBlank());
        var kind = wanted.flatMap(DeliveryView::kind);
        if (wanted.isPresent() && kind.isEmpty()) {
            return Answers.refuse("There is no such state.", "Known are " + DeliveryView.states() + ".");
        }
        int most = Integer.parseInt(limit);
        var listing = filter.listing(kind, place(cursor), most);
        return deliveries.list(listing).map(found -> Response.ok(page(found, most))
                .build());
    }

    /** The exact matches that may be asked for. */
    public static class Filter {
        @RestQuery
        Optional<String> channel;

        @RestQuery
        Optional<String> event;

        private Listing listing(Optional<String> kind, Place after, int most) {
            return new Listing(
                    kind,
                    channel.map(name -> Answers.plain("channel", name)),
                    event.map(id -> Answers.plain("event", id)),
                    after,
                    most);
        }
    }

    private static Page page(List<Listed> found, int most) {
        var next = found.size() < most
                ? Optional.<String>empty()
                : Optional.of(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(found.getLast().place().toString().getBytes(StandardCharsets.UTF_8)));
        return new Page(
                found.stream().flatMap(one -> DeliveryView.of(one.delivery())).toList(), next);
    }

    private static Place place(Optional<String> cursor) {
        try {
            return cursor.map(text -> new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8))
                    .map(Place::parse)
                    .orElse(Place.START);
        } catch (IllegalArgumentException _) {
            throw Answers.refused(
                    Status.BAD_REQUEST, "There is no such cursor.", "Take the \"next\" of the page before as it is.");
        }
    }

    @GET
    @Path("{id}")
    public Uni<Response> one(@PathParam("id") String id) {
        return deliveries.find(known(id)).map(found -> switch (found) {
            case Unknown _ -> throw unknown();
            case Delivery delivery ->
                Response.ok(DeliveryView.of(delivery).findFirst().orElseThrow()).build();
        });
    }

    /** Sends it again, whatever that means to whoever got it; only what did not surely arrive. */
    @POST
    @Path("{id}/resend")
    public Uni<Response> resend(@PathParam("id") String id) {
        DeliveryId which = known(id);
        return deliveries.resend(which, Instant.now()).map(before -> switch (before) {
            case Failed _, InDoubt _, Suppressed _ -> Response.accepted().build();
            case Unknown _ -> throw unknown();
            case Delivery other ->
                throw Answers.refused(
                        Status.CONFLICT,
                        "It is " + DeliveryView.word(other) + ", so there is nothing to send again.",
                        "What is FAILED, IN_DOUBT or SUPPRESSED can be sent again.");
        });
    }

    private static DeliveryId known(String id) {
        try {
            return DeliveryId.parse(Answers.plain("id", id));
        } catch (IllegalArgumentException _) {
            throw unknown();
        }
    }

    private static WebApplicationException unknown() {
        return Answers.refused(
                Status.NOT_FOUND,
                "There is no such delivery.",
                "Take an \"id\" of GET /api/v1/notifications/deliveries.");
    }
}
