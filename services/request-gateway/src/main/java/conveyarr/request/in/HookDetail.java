package conveyarr.request.in;

import conveyarr.events.ComponentId;
import conveyarr.events.Occurrence;
import conveyarr.events.Trace;
import conveyarr.request.core.KeptHook;
import conveyarr.request.core.Outcome;
import conveyarr.request.core.Replay;
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
import java.util.stream.Stream;

/** All that is shown of one hook. {@code bodySha256} is that of the body as it came in, {@code masked} says in how many places it is not shown. */
record HookDetail(
        UUID id,
        Instant receivedAt,
        String source,
        String remote,
        Map<String, String> headers,
        Optional<String> body,
        Optional<String> bodySha256,
        int masked,
        String type,
        String result,
        Optional<String> reason,
        int status,
        Optional<UUID> duplicateOf,
        List<Saying> says,
        List<Product> produced,
        List<Replay> replays) {

    /** What the hook says has happened; {@code occurrence} is the same when a poll says it. */
    record Saying(String kind, String media, UUID occurrence, Instant at) {}

    /** An event on a topic that follows from what the hook says; {@code via} tells whether the hook or a poll was first to say it. */
    record Product(
            UUID eventId,
            String kind,
            String media,
            String via,
            Instant at,
            String topic,
            int partition,
            long offset) {}

    /** What came after the hook. */
    record Sequel(List<Outcome> outcomes, List<Replay> replays) {}

    static HookDetail of(KeptHook hook, Reading reading, Sequel sequel) {
        var delivery = hook.delivery();
        var verdict = hook.verdict();
        return new HookDetail(
                delivery.receipt(),
                delivery.receivedAt(),
                delivery.instance(),
                delivery.remote(),
                delivery.headers(),
                Optional.of(new String(delivery.body(), StandardCharsets.UTF_8)),
                Optional.of(hook.original().sha256()),
                hook.original().masked(),
                verdict.type(),
                verdict.result().name(),
                verdict.reason(),
                IncomingViews.ACCEPTED,
                hook.duplicateOf(),
                sayings(reading),
                sequel.outcomes().stream().map(HookDetail::product).toList(),
                sequel.replays());
    }

    static HookDetail of(Rejection rejection) {
        return new HookDetail(
                rejection.receipt(),
                rejection.receivedAt(),
                rejection.source(),
                rejection.remote(),
                rejection.headers(),
                Optional.empty(),
                Optional.empty(),
                0,
                Verdict.NO_TYPE,
                IncomingViews.REJECTED,
                Optional.of(rejection.why().reason()),
                rejection.why().status(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Product product(Outcome outcome) {
        return new Product(
                outcome.event(),
                outcome.type(),
                outcome.media(),
                outcome.known().via(),
                outcome.known().at(),
                outcome.place().topic(),
                outcome.place().partition(),
                outcome.place().offset());
    }

    private static List<Saying> sayings(Reading reading) {
        return Stream.concat(
                        reading.sightings().stream().map(HookDetail::saying),
                        reading.itself().map(HookDetail::saying).stream())
                .toList();
    }

    /** Of the program itself, which no title is named with. */
    private static Saying saying(Trace itself) {
        return new Saying(
                itself.key().kind(),
                new ComponentId(itself.source()).key(),
                itself.occurrence().id(),
                itself.at());
    }

    private static Saying saying(Sighting sighting) {
        Occurrence occurrence = sighting.occurrence();
        return new Saying(
                sighting.getClass().getSimpleName(), sighting.media().value(), occurrence.id(), occurrence.at());
    }
}
