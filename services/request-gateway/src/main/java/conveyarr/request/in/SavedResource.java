package conveyarr.request.in;

import conveyarr.flow.http.Problem;
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
import org.jboss.resteasy.reactive.RestPath;

/** Adds, changes and removes connections without a file being edited. What a file or the environment says is not changed here. */
@Path("/api/v1/connections")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public final class SavedResource {
    private static final String HINT =
            "Send kind, url, and apiKey or username and password, as JSON; first with \"dryRun\":true, then with the"
                    + " confirmToken.";

    private final SaveOrders orders;

    SavedResource(SaveOrders orders) {
        this.orders = orders;
    }

    /** The dry run tries the program. Without a key, the one that is saved stays, as long as kind, addresses and user do. */
    @PUT
    @Path("/{instance}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> save(@RestPath String instance, SaveOrder order) {
        try {
            if (order == null) {
                throw new IllegalArgumentException("Nothing was sent.");
            }
            return orders.save(instance, order);
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
        return orders.forget(instance, dryRun, confirmToken);
    }
}
