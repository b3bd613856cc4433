package conveyarr.download.in;

import conveyarr.download.Downloads;
import conveyarr.download.RuleSettings;
import conveyarr.download.core.Rules;
import conveyarr.flow.http.Confirmation;
import conveyarr.flow.http.OwnAddress;
import conveyarr.flow.http.Plan;
import conveyarr.flow.http.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.List;

/** Downloads, what is planned for them, and what a person may do with one. */
@Path("/api/v1/downloads")
@Produces(MediaType.APPLICATION_JSON)
public class DownloadResource {
    private final Listing listing;
    private final Downloads downloads;
    private final Rules rules;
    private final Confirmation confirmation;
    private final Orders orders;
    private final OwnAddress own;

    DownloadResource(
            Listing listing,
            Downloads downloads,
            RuleSettings rules,
            Confirmation confirmation,
            Orders orders,
            OwnAddress own) {
        this.listing = listing;
        this.downloads = downloads;
        this.rules = rules.rules();
        this.confirmation = confirmation;
        this.orders = orders;
        this.own = own;
    }

    @GET
    public Uni<Response> all() {
        return listing.all().map(all -> Response.ok(all).build());
    }

    @GET
    @Path("rules")
    public Rules rules() {
        return rules;
    }

    /** Lines to paste into each client, so that it tells us what happens at once; {@code hooks} is where the gateway answers them. */
    @GET
    @Path("hook-lines")
    public Response hookLines(@QueryParam("hooks") String hooks) {
        return listing.hookLines(hooks == null ? own.hooks() : hooks)
                .map(lines -> Response.ok(lines).build())
                .orElseGet(() -> Problem.answer(
                        Status.BAD_REQUEST,
                        "\"hooks\" is no address.",
                        "Give the address of the gateway as the client sees it, such as http://conveyarr:8484/hooks."));
    }

    @POST
    @Path("{id}/{action}")
    public Uni<Response> order(
            @PathParam("id") String id,
            @PathParam("action") String word,
            @QueryParam("dryRun") boolean dryRun,
            @QueryParam("confirmToken") String token) {
        var order = Order.of(word);
        if (order.isEmpty()) {
            return refuse(
                    Status.NOT_FOUND,
                    "There is no action \"" + word + "\".",
                    "Known are pause, resume, keep and replace.");
        }
        return downloads.one(id).chain(found -> {
            var target = found.flatMap(Order::target);
            if (target.isEmpty()) {
                return refuse(
                        Status.NOT_FOUND, "No such download is under way.", "GET /api/v1/downloads lists their ids.");
            }
            var refusal = order.get().refusal(found.get().download());
            return refusal.isPresent()
                    ? refuse(Status.CONFLICT, refusal.get(), "GET /api/v1/downloads says what it waits for.")
                    : confirmed(new Orders.Wanted(order.get(), id, target.get()), dryRun, token);
        });
    }

    private Uni<Response> confirmed(Orders.Wanted wanted, boolean dryRun, String token) {
        Instant now = Instant.now();
        List<Plan.Step> steps = wanted.order().steps(wanted.target());
        if (dryRun) {
            var plan = confirmation.plan(wanted.words(), steps, now);
            return Uni.createFrom().item(Response.ok(plan).build());
        }
        return confirmation.confirms(token, wanted.words(), steps, now)
                ? orders.carryOut(wanted, now)
                        .replaceWith(Response.accepted(new Plan(steps, null)).build())
                : Uni.createFrom().item(Confirmation.missing());
    }

    private static Uni<Response> refuse(Status status, String detail, String hint) {
        return Uni.createFrom().item(Problem.answer(status, detail, hint));
    }
}
