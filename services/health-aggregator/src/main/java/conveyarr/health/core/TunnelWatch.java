package conveyarr.health.core;

import static conveyarr.flow.Effect.publish;
import static conveyarr.flow.Next.next;

import conveyarr.events.ComponentId;
import conveyarr.events.HealthEvent.VpnDropped;
import conveyarr.events.HealthEvent.VpnRestored;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import conveyarr.health.core.Tunnel.Dropped;
import conveyarr.health.core.Tunnel.Seen;
import conveyarr.health.core.Tunnel.Unknown;
import conveyarr.health.core.Tunnel.Up;
import java.time.Instant;

/**
 * Decides whether the tunnel is up. "running" is said a moment before it works, so a tunnel counts as up only once its address is known; one
 * that was up stays up without an address, because the look-up alone may have failed.
 */
public record TunnelWatch() {
    private static final String RUNNING = "running";

    public Next<Tunnel> on(Tunnel state, Seen seen) {
        boolean running = seen.word().equals(RUNNING);
        boolean proved = running && seen.address().publicAddress().isPresent();
        return switch (state) {
            case Unknown _ when proved -> next(up(state, seen));
            case Unknown _ when running -> next(state);
            case Unknown _ -> dropped(state, seen);
            case Up up when running -> next(new Up(up.name(), up.since(), proved ? seen.address() : up.address()));
            case Up _ -> dropped(state, seen);
            case Dropped down when proved -> next(up(state, seen), restored(down, seen));
            case Dropped _ -> next(state);
        };
    }

    private static Up up(Tunnel state, Seen seen) {
        return new Up(state.name(), seen.at(), seen.address());
    }

    private static Next<Tunnel> dropped(Tunnel state, Seen seen) {
        String reason = "the gateway says \"" + seen.word() + "\"";
        var event = new VpnDropped(new ComponentId(state.name()), reason);
        return next(
                new Dropped(state.name(), seen.at(), reason),
                publish(event, occurrence("vpn-dropped", state.name(), seen.at(), seen)));
    }

    private static Effect restored(Dropped down, Seen seen) {
        var address = seen.address();
        var event = new VpnRestored(new ComponentId(down.name()), address.publicAddress(), address.forwardedPorts());
        return publish(event, occurrence("vpn-restored", down.name(), down.since(), seen));
    }

    private static Occurrence occurrence(String what, String name, Instant since, Seen seen) {
        return Occurrence.at(seen.at(), Via.POLL, name, NaturalKey.of(what, name, since.getEpochSecond()));
    }
}
