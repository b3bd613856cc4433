package conveyarr.health.core;

import static conveyarr.flow.Effect.publish;

import conveyarr.events.ComponentId;
import conveyarr.events.HealthEvent.VpnDropped;
import conveyarr.events.HealthEvent.VpnRestored;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Effect;
import conveyarr.health.core.Look.Seen;
import conveyarr.health.core.Tunnel.Dropped;
import java.time.Instant;

/** What is told of one drop of one tunnel, told apart by when it began. */
final class DropTold {
    private DropTold() {}

    static Effect dropped(Dropped down, Instant at) {
        var event = new VpnDropped(new ComponentId(down.name()), down.reason());
        return publish(event, occurrence("vpn-dropped", down, at));
    }

    static Effect restored(Dropped down, Seen seen) {
        var address = seen.address();
        var event = new VpnRestored(new ComponentId(down.name()), address.publicAddress(), address.forwardedPorts());
        return publish(event, occurrence("vpn-restored", down, seen.at()));
    }

    private static Occurrence occurrence(String what, Dropped down, Instant at) {
        var key = NaturalKey.of(what, down.name(), down.since().getEpochSecond());
        return Occurrence.at(at, Via.POLL, down.name(), key);
    }
}
