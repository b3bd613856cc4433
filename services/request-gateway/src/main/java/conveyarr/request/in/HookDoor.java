package conveyarr.request.in;

import conveyarr.request.Hooks;
import conveyarr.request.core.Delivery;
import conveyarr.upstream.Upstreams;
import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Takes hooks at {@code /hooks/<instance>}: authenticate, check the size, keep, answer. Nothing else, because no sender tries twice and
 * some of them wait: no parsing, no database, no broker, no upstream.
 */
@ApplicationScoped
class HookDoor {
    private static final Logger LOGGER = Logger.getLogger(HookDoor.class);
    private static final String PATH = "/hooks/";
    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.POST, HttpMethod.PUT);

    private final Hooks hooks;
    private final Gate gate;
    private final Upstreams upstreams;
    private final Rejections rejections;
    private final DoorMeters meters;
    private final Receipts receipts = new Receipts();

    HookDoor(Hooks hooks, Gate gate, Upstreams upstreams, Rejections rejections, DoorMeters meters) {
        this.hooks = hooks;
        this.gate = gate;
        this.upstreams = upstreams;
        this.rejections = rejections;
        this.meters = meters;
    }

    void open(@Observes Router router) {
        router.route(PATH + "*").handler(this::on);
    }

    private void on(RoutingContext call) {
        String instance = instance(call.normalizedPath());
        if (!METHODS.contains(call.request().method())) {
            meters.answered(405);
            call.response().putHeader("Allow", "POST, PUT");
            Answers.problem(
                    call, 405, "Hooks are sent here with POST.", "Paste this address into the program's webhook.");
            return;
        }
        switch (gate.check(instance, call.request())) {
            case OPEN -> take(call, instance);
            case WRONG_KEY -> reject(call, instance, 401, "wrong key");
            case NO_KEY -> reject(call, instance, 401, "no key");
            case UNKNOWN_INSTANCE -> reject(call, instance, 404, "unknown instance");
        }
    }

    private void take(RoutingContext call, String instance) {
        Context context = call.vertx().getOrCreateContext();
        Instant now = Instant.now();
        new Body(call.request(), body -> {
                    String remote =
                            String.valueOf(call.request().remoteAddress().hostAddress());
                    var headers = KeptHeaders.of(call.request().headers());
                    hooks.keep(new Delivery(receipts.next(now), instance, now, remote, headers, body))
                            .whenComplete((_, failure) -> context.runOnContext(_ -> answer(call, now, failure)));
                })
                .orElse(() -> reject(call, instance, 413, "larger than 8 MiB"))
                .read(call.response());
    }

    private void answer(RoutingContext call, Instant since, Throwable failure) {
        meters.answered(failure == null ? 202 : 503);
        if (failure == null) {
            meters.kept(since);
            Answers.accepted(call);
            return;
        }
        LOGGER.errorf("hook.refused cause=%s", failure);
        call.response().putHeader("Retry-After", "5");
        Answers.problem(call, 503, "The hook could not be kept.", "The disk of the data folder is full or fails.");
    }

    private void reject(RoutingContext call, String instance, int status, String reason) {
        meters.answered(status);
        rejections.add(receipts.next(Instant.now()), instance, call.request(), new Rejections.Why(status, reason));
        switch (status) {
            case 401 ->
                Answers.problem(
                        call,
                        status,
                        "This hook brings " + reason + ".",
                        "Send the instance's hook-key or the API key as X-Api-Key, as Authorization (plain, Bearer, or Basic password), or as ?apikey=.");
            case 404 ->
                Answers.problem(
                        call,
                        status,
                        "There is no instance " + instance + ".",
                        "Known are: "
                                + String.join(
                                        ", ",
                                        upstreams.names().stream().sorted().toList()) + ".");
            default -> Answers.problem(call, status, "This hook is " + reason + ".", "No program sends such hooks.");
        }
    }

    private static String instance(String path) {
        String rest = path.length() > PATH.length() ? path.substring(PATH.length()) : "";
        return rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    }
}
