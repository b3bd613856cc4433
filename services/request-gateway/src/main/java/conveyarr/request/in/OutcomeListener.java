package conveyarr.request.in;

import conveyarr.events.LibraryEvent;
import conveyarr.events.Via;
import conveyarr.flow.wire.Headers;
import conveyarr.request.Ears;
import conveyarr.request.Outcomes;
import conveyarr.request.RequestFlow;
import conveyarr.request.core.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Notes what the services told because of a hook, also what this one told itself. */
@ApplicationScoped
class OutcomeListener {
    private final RequestFlow flow;
    private final Outcomes outcomes;
    private final Ears ears;
    private final NewsClock news;

    OutcomeListener(RequestFlow flow, Outcomes outcomes, Ears ears, NewsClock news) {
        this.flow = flow;
        this.outcomes = outcomes;
        this.ears = ears;
        this.news = news;
    }

    @Incoming("request-requests")
    Uni<Void> onRequest(ConsumerRecord<String, byte[]> record) {
        return flow.receiveRaw(record, this::note);
    }

    @Incoming("request-library")
    Uni<Void> onLibrary(ConsumerRecord<String, byte[]> record) {
        return flow.receiveRaw(record, this::note).chain(() -> flow.receive(record, LibraryEvent.class, news::heard));
    }

    private static final Set<String> UNTOLD = Set.of("acquisition.release-failed.v1", "acquisition.removed.v1");

    Uni<Void> note(ConsumerRecord<String, byte[]> record) {
        Optional<Outcome> outcome = outcome(record);
        outcome.filter(OutcomeListener::shouldHaveBeenTold)
                .map(Outcome::known)
                .ifPresent(known -> ears.missed(known.source(), known.at(), Instant.now()));
        return outcome.map(outcomes::remember).orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** A download that failed is told by no hook of Radarr and Sonarr, and works that go with their artist or author by none at all: a poll is first to find them. */
    private static boolean shouldHaveBeenTold(Outcome outcome) {
        String via = outcome.known().via();
        return (via.equals(Via.HISTORY.word()) || via.equals(Via.POLL.word())) && !UNTOLD.contains(outcome.type());
    }

    /** Empty for a record that names no cause: it did not come of a hook. */
    static Optional<Outcome> outcome(ConsumerRecord<String, byte[]> record) {
        return Headers.find(record, Headers.CAUSATION_ID)
                .map(cause -> new Outcome(
                        UUID.fromString(Headers.need(record, Headers.ID)),
                        UUID.fromString(cause),
                        Headers.need(record, Headers.TYPE),
                        String.valueOf(record.key()),
                        new Outcome.Known(
                                Headers.need(record, Headers.SOURCE),
                                Headers.find(record, Headers.VIA).orElse("self"),
                                Instant.parse(Headers.need(record, Headers.TIME))),
                        new Outcome.Place(record.topic(), record.partition(), record.offset())));
    }
}
