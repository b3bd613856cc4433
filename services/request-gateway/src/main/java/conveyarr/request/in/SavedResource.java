package conveyarr.request.in;

import conveyarr.flow.http.Problem;
import conveyarr.request.SavedConnections;
import conveyarr.request.core.Origin;
import conveyarr.request.core.SaveOrder;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** Adds, changes and removes connections without a file being edited. What a file or the environment says is not changed here. */
@Path("/api/v1/connections")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public final class SavedResource {
    private static final String HINT =
            "Send kind, url, and apiKey or username and password, as JSON; first with \"dryRun\":true, then with the"
                    + " confirmToken.";

    private final SavedConnections saved;
    private final SaveOrders orders;

    SavedResource(SavedConnections saved, SaveOrders orders) {
        this.saved = saved;
        this.orders = orders;
    }

    /** The dry run tries the program. Without a key, the one that is saved stays, as long as the address does. */
    @PUT
    @Path("/{instance}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> save(@RestPath String instance, SaveOrder order) {
        try {
            if (order == null) {
                throw new IllegalArgumentException("Nothing was sent.");
            }
            var settled = settled(SaveOrder.name(instance));
            return settled.isPresent() ? Uni.createFrom().item(settled.get()) : orders.save(instance, order);
        } catch (IllegalArgumentException | ConfigurationException e) {
            return Uni.createFrom().item(Problem.answer(Status.BAD_REQUEST, e.getMessage(), HINT));
        }
    }

    @DELETE
    @Path("/{instance}")
    public Response forget(
            @RestPath String instance,
            @QueryParam("dryRun") boolean dryRun,
            @QueryParam("confirmToken") String confirmToken) {
        if (saved.all().containsKey(instance)) {
            return orders.forget(instance, dryRun, confirmToken);
        }
        return settled(instance)
                .orElseGet(() -> Problem.answer(
                        Status.NOT_FOUND,
                        "There is no saved connection of this name.",
                        "Saved are: " + String.join(", ", saved.all().keySet()) + "."));
    }

    /** When somebody settled it outside. */
    private Optional<Response> settled(String instance) {
        return saved.origins(instance).entrySet().stream()
                .filter(entry -> !Origin.isSaved(entry.getValue()))
                .findFirst()
                .map(entry -> Problem.answer(
                        Status.CONFLICT,
                        instance + " is set by " + entry.getValue() + ".",
                        "Change it there; or take it out there, start again, and save it here."));
    }
}
