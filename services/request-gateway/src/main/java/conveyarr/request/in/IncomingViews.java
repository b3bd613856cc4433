package conveyarr.request.in;

import conveyarr.events.Occurrence;
import conveyarr.request.core.HookSummary;
import conveyarr.request.core.KeptHook;
import conveyarr.request.core.Verdict;
import conveyarr.request.in.Rejections.Rejection;
import conveyarr.upstream.HookReader.Reading;
import conveyarr.upstream.Sighting;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How hooks are shown. */
final class IncomingViews {
    static final String REJECTED = "REJECTED";
    private static final int ACCEPTED = 202;

    private IncomingViews() {}

    /** {@code next} is the {@code after} of the next page. */
    record Page(List<Item> items, Optional<UUID> next) {}

    record Item(
            UUID id,
            Instant receivedAt,
            String source,
            String remote,
            String type,
            String result,
            Optional<String> reason,
            int status,
            long bytes) {}

    record Detail(
            UUID id,
            Instant receivedAt,
            String source,
            String remote,
            Map<String, String> headers,
            Optional<String> body,
            Optional<String> bodySha256,
            String type,
            String result,
            Optional<String> reason,
            int status,
            List<Saying> says) {}

    /** What the hook says has happened; {@code occurrence} is the same when a poll says it. */
    record Saying(String kind, String media, UUID occurrence, Instant at) {}

    static Item item(HookSummary hook) {
        var verdict = hook.verdict();
        return new Item(
                hook.receipt(),
                hook.receivedAt(),
                hook.instance(),
                hook.remote(),
                verdict.type(),
                verdict.result().name(),
                verdict.reason(),
                ACCEPTED,
                hook.bytes());
    }

    static Item item(Rejection rejection) {
        return new Item(
                rejection.receipt(),
                rejection.receivedAt(),
                rejection.source(),
                rejection.remote(),
                Verdict.NO_TYPE,
                REJECTED,
                Optional.of(rejection.why().reason()),
                rejection.why().status(),
                0);
    }

    static Detail detail(KeptHook hook, Reading reading) {
        var delivery = hook.delivery();
        var verdict = hook.verdict();
        return new Detail(
                delivery.receipt(),
                delivery.receivedAt(),
                delivery.instance(),
                delivery.remote(),
                delivery.headers(),
                Optional.of(new String(delivery.body(), StandardCharsets.UTF_8)),
                Optional.of(hook.sha256()),
                verdict.type(),
                verdict.result().name(),
                verdict.reason(),
                ACCEPTED,
                reading.sightings().stream().map(IncomingViews::saying).toList());
    }

    static Detail detail(Rejection rejection) {
        return new Detail(
                rejection.receipt(),
                rejection.receivedAt(),
                rejection.source(),
                rejection.remote(),
                rejection.headers(),
                Optional.empty(),
                Optional.empty(),
                Verdict.NO_TYPE,
                REJECTED,
                Optional.of(rejection.why().reason()),
                rejection.why().status(),
                List.of());
    }

    private static Saying saying(Sighting sighting) {
        Occurrence occurrence = sighting.occurrence();
        return new Saying(
                sighting.getClass().getSimpleName(), sighting.media().value(), occurrence.id(), occurrence.at());
    }
}
