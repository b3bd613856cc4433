package conveyarr.health.core;

import conveyarr.events.HealthEvent.ForwardedPortChanged;
import conveyarr.events.HealthEvent.VpnSeen;
import conveyarr.health.core.Tunnel.Address;
import conveyarr.health.core.Tunnel.Up;
import conveyarr.health.core.TunnelNotes.Told;
import java.time.Duration;
import java.util.List;

/** Tells the state of a tunnel when it changes, and often enough for others to know when it is stale. */
final class Heartbeat {
    private static final Duration EVERY = Duration.ofSeconds(30);

    private Heartbeat() {}

    static Noted on(Noted noted) {
        var now = new Told(noted.at(), noted.state(), address(noted.tunnel()));
        return noted.notes().told().map(last -> after(last, now, noted)).orElseGet(() -> told(now, noted));
    }

    private static Noted after(Told last, Told now, Noted noted) {
        boolean same = last.state() == now.state() && last.address().equals(now.address());
        return same && now.at().isBefore(last.at().plus(EVERY))
                ? noted
                : told(now, ports(last.address().forwardedPorts(), now, noted));
    }

    private static Noted told(Told now, Noted noted) {
        var event = new VpnSeen(
                noted.about(),
                noted.state(),
                noted.since(),
                noted.why(),
                now.address().publicAddress(),
                now.address().forwardedPorts());
        return noted.with(notes -> notes.told(now)).tell("vpn-seen", event, now.at());
    }

    /** Only a tunnel that is up says anything of its ports. */
    private static Noted ports(List<Integer> before, Told now, Noted noted) {
        List<Integer> ports = now.address().forwardedPorts();
        return noted.tunnel() instanceof Up && !ports.equals(before)
                ? noted.tell("vpn-port-changed", new ForwardedPortChanged(noted.about(), before, ports), now.at())
                : noted;
    }

    private static Address address(Tunnel tunnel) {
        return tunnel instanceof Up up ? up.address() : Address.NONE;
    }
}
