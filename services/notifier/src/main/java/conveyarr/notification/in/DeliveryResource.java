package conveyarr.notification.in;

import conveyarr.flow.http.Problem;
import conveyarr.notification.Notifications;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;

/** The ledger: what was told on which channel, and why not. */
@Path("/api/v1/notifications/deliveries")
public class DeliveryResource {
    private static final int MOST = 500;

    private final Notifications notifications;

    DeliveryResource(Notifications notifications) {
        this.notifications = notifications;
    }

    /** The list, wrapped so that fields can be added. */
    record Deliveries(List<DeliveryView> items) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> list(
            @QueryParam("limit") @DefaultValue("50") String limit, @QueryParam("state") Optional<String> state) {
        if (!limit.matches("[1-9]\\d{0,2}") || Integer.parseInt(limit) > MOST) {
            return refuse("The limit is no number from 1 to " + MOST + ".", "Leave it out to get 50.");
        }
        var wanted = state.filter(word -> !word.isBlank());
        var kind = wanted.flatMap(DeliveryView::kind);
        if (wanted.isPresent() && kind.isEmpty()) {
            return refuse("There is no such state.", "Known are " + DeliveryView.states() + ".");
        }
        return notifications.newest(Integer.parseInt(limit), kind).map(found -> Response.ok(
                        new Deliveries(found.stream().flatMap(DeliveryView::of).toList()))
                .build());
    }

    private static Uni<Response> refuse(String detail, String hint) {
        return Uni.createFrom().item(Problem.answer(Status.BAD_REQUEST, detail, hint));
    }
}
