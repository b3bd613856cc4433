package conveyarr.request.in;

import conveyarr.flow.http.Confirmation;
import conveyarr.flow.http.Plan;
import conveyarr.flow.http.Problem;
import conveyarr.flow.http.SealedSecrets;
import conveyarr.request.SavedConnections;
import conveyarr.request.Trials;
import conveyarr.request.Trials.Result;
import conveyarr.request.core.SaveOrder;
import conveyarr.upstream.Draft;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Saves a connection and takes it back, after a dry run that tries it. */
@Singleton
class SaveOrders {
    private static final String ANYWAY = "Mend it and try again, or confirm with \"saveAnyway\":true.";

    private final Upstreams upstreams;
    private final SavedConnections saved;
    private final Confirmation confirmation;
    private final SealedSecrets seal;

    SaveOrders(Upstreams upstreams, SavedConnections saved, Confirmation confirmation, SealedSecrets seal) {
        this.upstreams = upstreams;
        this.saved = saved;
        this.confirmation = confirmation;
        this.seal = seal;
    }

    /** As {@link Plan}, with how the test went, and the key that was typed, sealed. */
    record Tried(List<Plan.Step> would, String confirmToken, Result tested, Optional<String> sealed) {}

    record Done(String state, String counts) {}

    /** Throws {@link IllegalArgumentException}, or the exception of a start that would fail, with a sentence for people. */
    Uni<Response> save(String name, SaveOrder order) {
        Map<String, String> settings = settings(name, order);
        var opened = upstreams.attempt(name, new Draft(settings));
        Trials.forbidden(settings.getOrDefault("url", "")).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        if (order.dryRun()) {
            return Trials.of(opened)
                    .map(result -> Response.ok(tried(name, order, result)).build());
        }
        String token = order.confirmToken();
        if (confirms(token, action(name, settings, true), steps(name, settings))) {
            return Uni.createFrom().item(kept(name, settings));
        }
        if (!confirms(token, action(name, settings, false), steps(name, settings))) {
            return Uni.createFrom().item(Confirmation.missing());
        }
        return Uni.createFrom()
                .item(
                        order.saveAnyway()
                                ? kept(name, settings)
                                : Problem.answer(Status.CONFLICT, name + " did not pass its test.", ANYWAY));
    }

    Response forget(String name, boolean dryRun, String token) {
        String action = "forget " + name;
        var steps = List.of(step(
                "remove " + name + " from " + saved.path().getFileName(), name + " is left alone; what it told stays"));
        if (dryRun) {
            return Response.ok(confirmation.plan(action, steps, Instant.now())).build();
        }
        return confirms(token, action, steps) ? written(() -> saved.forget(name), "REMOVED") : Confirmation.missing();
    }

    private Map<String, String> settings(String name, SaveOrder order) {
        var settings = new TreeMap<>(order.open());
        settings.putAll(order.kept(Optional.ofNullable(saved.all().get(name))));
        if (order.sealed() != null && !order.sealed().isBlank()) {
            settings.putAll(seal.open(order.sealed(), order.subject(name)));
        }
        settings.putAll(order.secrets());
        return settings;
    }

    private Tried tried(String name, SaveOrder order, Result result) {
        Map<String, String> settings = settings(name, order);
        var plan = confirmation.plan(action(name, settings, result.good()), steps(name, settings), Instant.now());
        var typed = order.secrets();
        Optional<String> sealed = typed.isEmpty()
                ? Optional.ofNullable(order.sealed())
                : Optional.of(seal.seal(typed, order.subject(name)));
        return new Tried(plan.would(), plan.confirmToken(), result, sealed);
    }

    private boolean confirms(String token, String action, List<Plan.Step> steps) {
        return confirmation.confirms(token, action, steps, Instant.now());
    }

    /** With the secrets, so that a token is good for these alone; it is made into a hash and told to nobody. */
    private static String action(String name, Map<String, String> settings, boolean good) {
        return "save " + name + " " + good + " " + settings;
    }

    private List<Plan.Step> steps(String name, Map<String, String> settings) {
        String secrets = Stream.of("api-key", "password").anyMatch(settings::containsKey) ? " with its key" : "";
        return List.of(step(
                "write " + saved.path().getFileName(),
                name + " is kept at " + settings.get("url") + secrets + ", and counts from the next start on"));
    }

    private static Plan.Step step(String call, String effect) {
        return new Plan.Step("conveyarr", call, effect);
    }

    private Response kept(String name, Map<String, String> settings) {
        return written(() -> saved.keep(name, settings), "SAVED");
    }

    private interface Writing {
        void run() throws IOException;
    }

    private Response written(Writing writing, String state) {
        try {
            writing.run();
            return Response.ok(new Done(state, "from the next start on")).build();
        } catch (IOException e) {
            return Problem.answer(
                    Status.INTERNAL_SERVER_ERROR,
                    saved.path() + " cannot be written (" + e.getClass().getSimpleName() + ").",
                    "Give the user that Conveyarr runs as the data folder, or set the connection in the environment.");
        }
    }
}
