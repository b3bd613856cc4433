package conveyarr.request.in;

import conveyarr.flow.http.Confirmation;
import conveyarr.flow.http.Plan.Step;
import conveyarr.flow.http.Problem;
import conveyarr.request.Hooks;
import conveyarr.request.Replays;
import conveyarr.request.core.KeptHook;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Publishes hooks once more: one, or all of an instance since a moment. */
@Path("/api/v1/events/incoming")
@Produces(MediaType.APPLICATION_JSON)
public final class ReplayResource {
    private static final int MOST = 10_000;

    private final Hooks hooks;
    private final Replays replays;
    private final Confirmation confirmation;

    ReplayResource(Hooks hooks, Replays replays, Confirmation confirmation) {
        this.hooks = hooks;
        this.replays = replays;
        this.confirmation = confirmation;
    }

    record Planned(int count, Instant from, Instant to, List<Step> would, String confirmToken) {}

    record Begun(UUID jobId, int count) {}

    @POST
    @Path("/{id}/replay")
    public Uni<Response> one(@RestPath UUID id) {
        return hooks.find(id)
                .chain(found ->
                        found.map(this::again).orElseGet(() -> Uni.createFrom().item(IncomingResource.unknown(id))))
                .onFailure()
                .recoverWithItem(Away::answer);
    }

    private Uni<Response> again(KeptHook hook) {
        return replays.obstacle(hook)
                .map(reason -> Uni.createFrom()
                        .item(Problem.answer(
                                Status.CONFLICT,
                                "This hook cannot be published: " + reason + ".",
                                "It stays here as it came; ask the program to send it again.")))
                .orElseGet(() -> publish(List.of(hook.delivery().receipt())));
    }

    @POST
    @Path("/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> all(ReplayOrder order) {
        ReplayOrder.Checked wanted;
        try {
            wanted = ReplayOrder.check(order, hooks.instances(), Instant.now());
        } catch (IllegalArgumentException e) {
            return Uni.createFrom().item(Problem.answer(Status.BAD_REQUEST, e.getMessage(), ReplayOrder.HINT));
        }
        return replays.find(wanted.stretch(), MOST + 1)
                .chain(receipts -> receipts.size() > MOST ? Uni.createFrom().item(tooMany()) : answer(wanted, receipts))
                .onFailure()
                .recoverWithItem(Away::answer);
    }

    private Uni<Response> answer(ReplayOrder.Checked wanted, List<UUID> receipts) {
        var stretch = wanted.stretch();
        var steps = List.of(new Step(
                "request-gateway",
                "publish on conveyarr.hooks",
                receipts.size() + " hooks of " + stretch.source() + " are published again, oldest first"));
        String action = "replay " + stretch;
        if (wanted.dryRun()) {
            var plan = confirmation.plan(action, steps, Instant.now());
            var planned = new Planned(receipts.size(), stretch.from(), stretch.to(), plan.would(), plan.confirmToken());
            return Uni.createFrom().item(Response.ok(planned).build());
        }
        return confirmation.confirms(wanted.confirmToken(), action, steps, Instant.now())
                ? publish(receipts)
                : Uni.createFrom().item(Confirmation.missing());
    }

    private Uni<Response> publish(List<UUID> receipts) {
        UUID job = UUID.randomUUID();
        return replays.publish(receipts, job)
                .map(_ -> Response.accepted(new Begun(job, receipts.size())).build());
    }

    private static Response tooMany() {
        return Problem.answer(
                Status.CONFLICT,
                "There are more than " + MOST + " hooks in this time, and one call replays no more.",
                "Choose from and to closer together, and replay the parts one after the other.");
    }
}
