package conveyarr.health.core;

import conveyarr.events.ComponentId;
import conveyarr.events.DomainEvent;
import conveyarr.events.HealthEvent.VpnState;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Effect;
import conveyarr.health.core.TunnelNotes.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A tunnel on its way through one look: the verdict is there, the notes follow, and what is told of them. */
record Noted(Tunnel tunnel, Instant at, List<Effect> effects) {

    TunnelNotes notes() {
        return tunnel.notes();
    }

    ComponentId about() {
        return new ComponentId(tunnel.name());
    }

    Noted with(UnaryOperator<TunnelNotes> change) {
        return new Noted(tunnel.with(change.apply(notes())), at, effects);
    }

    /** {@code moment} tells this happening from others of its kind, so that a repeated decision is the same event. */
    Noted tell(String what, DomainEvent event, Instant moment) {
        var all = new ArrayList<>(effects);
        var key = NaturalKey.of(what, tunnel.name(), moment.toEpochMilli());
        all.add(Effect.publish(event, Occurrence.at(at, Via.POLL, tunnel.name(), key)));
        return new Noted(tunnel, at, List.copyOf(all));
    }

    Noted history() {
        return with(notes -> notes.entered(new Span(since(), Optional.empty(), state(), why())));
    }

    VpnState state() {
        return switch (tunnel) {
            case Tunnel.Up _ -> VpnState.UP;
            case Tunnel.Dropped _ -> VpnState.DOWN;
            case Tunnel.Unknown _ -> VpnState.UNKNOWN;
        };
    }

    String why() {
        return switch (tunnel) {
            case Tunnel.Up _ -> "";
            case Tunnel.Dropped down -> down.reason();
            case Tunnel.Unknown unknown -> unknown.why();
        };
    }

    Instant since() {
        return switch (tunnel) {
            case Tunnel.Up up -> up.since();
            case Tunnel.Dropped down -> down.since();
            case Tunnel.Unknown _ -> openSpan().map(Span::from).orElse(at);
        };
    }

    private Optional<Span> openSpan() {
        List<Span> history = notes().history();
        return history.isEmpty()
                ? Optional.empty()
                : Optional.of(history.getLast()).filter(span -> span.state() == state());
    }
}
