package conveyarr.request.in;

import conveyarr.flow.http.Confirmation;
import conveyarr.request.Ears;
import conveyarr.request.HookSetup;
import conveyarr.request.HookSetup.Installed;
import conveyarr.request.in.ConnectionOrder.Mode;
import conveyarr.request.in.HookPlan.Situation;
import conveyarr.request.in.KnownSources.Known;
import conveyarr.upstream.HookSource;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Installs and removes our hook in a program, after a dry run, and never at the cost of somebody else's. */
@Singleton
class HookOrders {
    private final HookSetup setup;
    private final Ears ears;
    private final OwnAddresses addresses;
    private final Confirmation confirmation;

    HookOrders(HookSetup setup, Ears ears, OwnAddresses addresses, Confirmation confirmation) {
        this.setup = setup;
        this.ears = ears;
        this.addresses = addresses;
        this.confirmation = confirmation;
    }

    /** {@code via} is our address as the program reaches it, {@code previous} where its hooks went before, without what may be a key. */
    record Result(String state, Optional<String> via, Optional<String> previous) {}

    /** Throws {@link IllegalArgumentException} with a sentence for people. */
    Uni<Response> carryOut(Known known, ConnectionOrder order, URI calledAt) {
        Mode mode = ConnectionOrder.mode(order);
        String name = known.source().name();
        List<URI> candidates = order.base()
                .map(base -> List.of(URI.create(base + "/hooks/" + name)))
                .orElseGet(() -> addresses.candidates(name, calledAt));
        HookSource source = known.source().knowing(known.marks().also(candidates));
        return ears.ask(source).chain(before -> {
            var plan = new HookPlan(source, mode, new Situation(before, known.choice()), candidates);
            return plan.obstacle()
                    .map(problem -> Uni.createFrom().item(problem))
                    .orElseGet(() -> confirmed(plan, order));
        });
    }

    private Uni<Response> confirmed(HookPlan plan, ConnectionOrder order) {
        Instant now = Instant.now();
        if (order.dryRun()) {
            var shown = confirmation.plan(plan.action(), plan.steps(), now);
            return Uni.createFrom().item(Response.ok(shown).build());
        }
        return confirmation.confirms(order.confirmToken(), plan.action(), plan.steps(), now)
                ? act(plan).call(() -> ears.ask(plan.source()))
                : Uni.createFrom().item(Confirmation.missing());
    }

    private Uni<Response> act(HookPlan plan) {
        return switch (plan.mode()) {
            case INSTALL -> setup.install(plan.source(), plan.candidates()).map(done -> installed(plan, done));
            case REPLACE_AND_FORWARD ->
                setup.replaceAndForward(
                                plan.source(), plan.now().before().inOurPlace().orElseThrow(), plan.candidates())
                        .map(done -> installed(plan, done));
            case POLLING_ONLY ->
                setup.pollingOnly(plan.source())
                        .map(_ -> answer(new Result("POLLING_ONLY", Optional.empty(), plan.previous())));
            case REMOVE ->
                setup.remove(plan.source()).map(_ -> answer(new Result("REMOVED", Optional.empty(), Optional.empty())));
        };
    }

    private static Response installed(HookPlan plan, Installed done) {
        String state = done.arrived() ? "VERIFIED" : "INSTALLED_BUT_NOT_SEEN";
        return answer(new Result(state, Optional.of(done.via().toString()), plan.previous()));
    }

    private static Response answer(Result result) {
        return Response.ok(result).build();
    }
}
