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

/**
 * Decides whether the tunnel is up. "running" is said a moment before it works, so a tunnel counts as up only once its address is known. A
 * drop that heals shows in the address, since the gateway says something else than "running" for milliseconds only: it is away for a while,
 * or another one afterwards. One that is away for a look or two proves nothing, because the look-up alone may have failed.
 */
public record TunnelWatch() {
    private static final String RUNNING = "running";
    private static final String STARTING = "starting";
    private static final int FORGIVEN = 2;

    public Next<Tunnel> on(Tunnel state, Seen seen) {
        boolean running = seen.word().equals(RUNNING);
        boolean proved = running && seen.address().publicAddress().isPresent();
        return switch (state) {
            case Unknown _ when proved -> next(up(state, seen));
            case Unknown _ when running || seen.word().equals(STARTING) -> next(state);
            case Unknown _ -> dropped(state, seen, says(seen));
            case Up up when proved -> proved(up, seen);
            case Up up when running -> withoutAddress(up, seen);
            case Up _ -> dropped(state, seen, says(seen));
            case Dropped down when proved -> next(up(state, seen), restored(down, seen));
            case Dropped _ -> next(state);
        };
    }

    private static Next<Tunnel> proved(Up up, Seen seen) {
        if (seen.address().publicAddress().equals(up.address().publicAddress())) {
            return next(new Up(up.name(), up.since(), seen.address(), 0));
        }
        var down = new Dropped(up.name(), seen.at(), "the public address has changed");
        return next(up(up, seen), told(down, seen), restored(down, seen));
    }

    private static Next<Tunnel> withoutAddress(Up up, Seen seen) {
        int looks = up.looksWithoutAddress() + 1;
        return looks > FORGIVEN
                ? dropped(up, seen, "the gateway has no public address any more")
                : next(new Up(up.name(), up.since(), up.address(), looks));
    }

    private static Up up(Tunnel state, Seen seen) {
        return new Up(state.name(), seen.at(), seen.address(), 0);
    }

    private static String says(Seen seen) {
        return "the gateway says \"" + seen.word() + "\"";
    }

    private static Next<Tunnel> dropped(Tunnel state, Seen seen, String reason) {
        var down = new Dropped(state.name(), seen.at(), reason);
        return next(down, told(down, seen));
    }

    private static Effect told(Dropped down, Seen seen) {
        var event = new VpnDropped(new ComponentId(down.name()), down.reason());
        return publish(event, occurrence("vpn-dropped", down, seen));
    }

    private static Effect restored(Dropped down, Seen seen) {
        var address = seen.address();
        var event = new VpnRestored(new ComponentId(down.name()), address.publicAddress(), address.forwardedPorts());
        return publish(event, occurrence("vpn-restored", down, seen));
    }

    /** One drop of one tunnel, told apart by when it began. */
    private static Occurrence occurrence(String what, Dropped down, Seen seen) {
        var key = NaturalKey.of(what, down.name(), down.since().getEpochSecond());
        return Occurrence.at(seen.at(), Via.POLL, down.name(), key);
    }
}
