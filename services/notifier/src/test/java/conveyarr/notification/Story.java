package conveyarr.notification;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.DomainEvent;
import conveyarr.events.MediaId;
import conveyarr.flow.Effect;
import conveyarr.flow.Effect.Publish;
import conveyarr.notification.core.Call.Send;
import conveyarr.notification.core.Delivery;
import conveyarr.notification.core.Delivery.Letter;
import conveyarr.notification.core.Delivery.Origin;
import conveyarr.notification.core.Delivery.Retrying;
import conveyarr.notification.core.Ledger;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.Notification.Text;
import conveyarr.notification.core.Patience;
import conveyarr.notification.core.Signal;
import conveyarr.notification.core.Signal.Announced;
import conveyarr.notification.core.Target;
import conveyarr.notification.core.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lets a test read as a story of one delivery: given what happened, when this happens, then that follows. */
final class Story {
    static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    static final Notification AVAILABLE = new Notification(
            UUID.fromString("0b8ee33d-2d2f-5a52-8b6d-2c8c0d0c6f01"),
            MediaId.movie(603),
            "library.available.v1",
            NOON,
            new Text("Available: X", "Ready to watch.", Tone.OK));

    private final Ledger ledger = new Ledger(Duration.ofHours(24), Patience.standard(Duration.ofMinutes(1)));
    private final List<DomainEvent> told = new ArrayList<>();
    private final String channel;
    private Delivery state = new Delivery.Unknown();
    private List<Effect> effects = List.of();

    private Story(String channel) {
        this.channel = channel;
    }

    static Story on(String channel) {
        return new Story(channel);
    }

    static Letter letter(String channel) {
        return new Letter(
                Target.everybody(channel), AVAILABLE, new Origin(Optional.empty(), List.of(), Optional.empty()));
    }

    static Instant at(int second) {
        return NOON.plusSeconds(second);
    }

    Story given(Signal... past) {
        for (Signal signal : past) {
            when(signal);
        }
        return this;
    }

    Story when(Signal signal) {
        var next =
                ledger.on(state, signal instanceof Announced a ? new Announced(letter(channel), a.seenAt()) : signal);
        state = next.state();
        effects = next.effects();
        told.addAll(events());
        return this;
    }

    Story then(Class<? extends Delivery> expected, DomainEvent... events) {
        assertThat(state).isInstanceOf(expected);
        assertThat(events()).containsExactly(events);
        return this;
    }

    /** The last signal made us call the channel, as this try. */
    Story asks(int attempt) {
        assertThat(effects).containsExactly(new Send(AVAILABLE.event() + "|" + channel, attempt));
        return this;
    }

    Story due(Instant at) {
        assertThat(((Retrying) state).dueAt()).isEqualTo(at);
        return this;
    }

    List<DomainEvent> told() {
        return told;
    }

    Delivery state() {
        return state;
    }

    private List<DomainEvent> events() {
        return effects.stream()
                .filter(Publish.class::isInstance)
                .map(effect -> ((Publish) effect).event())
                .toList();
    }
}
