package conveyarr.notification.core;

import static conveyarr.notification.core.Wording.quoted;
import static conveyarr.notification.core.Wording.spoken;

import conveyarr.events.HealthEvent;
import conveyarr.events.HealthEvent.ComponentCameBack;
import conveyarr.events.HealthEvent.ComponentWentDown;
import conveyarr.events.HealthEvent.ForwardedPortChanged;
import conveyarr.events.HealthEvent.VpnBecameUnstable;
import conveyarr.events.HealthEvent.VpnDropped;
import conveyarr.events.HealthEvent.VpnNetworkLost;
import conveyarr.events.HealthEvent.VpnNetworkRestored;
import conveyarr.events.HealthEvent.VpnRestartOrdered;
import conveyarr.events.HealthEvent.VpnRestored;
import conveyarr.events.HealthEvent.VpnSeen;
import conveyarr.notification.core.Notification.Text;

/** What people are told of a program or of the VPN. */
final class HealthTexts {
    private HealthTexts() {}

    /** Null for an event that is not worth telling. */
    static Text of(HealthEvent event, String name) {
        return switch (event) {
            case ComponentWentDown e -> new Text("Down: " + name, "It does not answer" + quoted(e.error()), Tone.BAD);
            case ComponentCameBack e ->
                new Text("Back: " + name, "It was away for %s.".formatted(spoken(e.downFor())), Tone.OK);
            case VpnDropped e ->
                new Text("VPN down: " + name, "Nothing goes through the tunnel" + quoted(e.reason()), Tone.BAD);
            case VpnRestored e -> new Text("VPN back: " + name, Wording.tunnel(e), Tone.OK);
            case VpnBecameUnstable e ->
                new Text(
                        "VPN does not hold: " + name,
                        "It dropped %d times within %s.".formatted(e.drops(), spoken(e.within())),
                        Tone.WARN);
            case VpnNetworkLost e -> lost(e, name);
            case VpnNetworkRestored e ->
                new Text(
                        "Behind the VPN, all is back: " + name,
                        "It was away for %s.".formatted(spoken(e.lostFor())),
                        Tone.OK);
            case VpnSeen _, ForwardedPortChanged _, VpnRestartOrdered _ -> null;
        };
    }

    private static Text lost(VpnNetworkLost e, String name) {
        return new Text(
                "Behind the VPN, nothing answers: " + name,
                "Lost: %s. Recreate their containers after %s was recreated."
                        .formatted(String.join(", ", e.programs()), name),
                Tone.BAD);
    }
}
