package conveyarr.notification.core;

import conveyarr.events.HealthEvent;
import conveyarr.events.HealthEvent.ComponentBecameUnstable;
import conveyarr.events.HealthEvent.ComponentCameBack;
import conveyarr.events.HealthEvent.ComponentDegraded;
import conveyarr.events.HealthEvent.ComponentRecovered;
import conveyarr.events.HealthEvent.ComponentWentDown;
import conveyarr.events.HealthEvent.ForwardedPortChanged;
import conveyarr.events.HealthEvent.VpnBecameUnstable;
import conveyarr.events.HealthEvent.VpnDropped;
import conveyarr.events.HealthEvent.VpnNetworkLost;
import conveyarr.events.HealthEvent.VpnNetworkRestored;
import conveyarr.events.HealthEvent.VpnRestartOrdered;
import conveyarr.events.HealthEvent.VpnRestored;
import conveyarr.events.HealthEvent.VpnSeen;

/** What the state of a program or of the VPN is to people. */
final class HealthConcerns {
    private HealthConcerns() {}

    static Concern of(HealthEvent event) {
        return switch (event) {
            case ComponentWentDown _ -> Concern.begins("down");
            case ComponentCameBack _ -> Concern.ends("down");
            case ComponentDegraded _ -> Concern.begins("degraded");
            case ComponentRecovered _ -> Concern.ends("degraded");
            case ComponentBecameUnstable _ -> Concern.news(Tone.WARN);
            case VpnDropped _ -> Concern.begins("vpn");
            case VpnRestored _ -> Concern.ends("vpn");
            case VpnNetworkLost _ -> Concern.begins("network");
            case VpnNetworkRestored _ -> Concern.ends("network");
            case VpnBecameUnstable _ -> Concern.news(Tone.WARN);
            case VpnSeen _, ForwardedPortChanged _, VpnRestartOrdered _ -> Concern.STEP;
        };
    }
}
