package conveyarr.health.core.incident;

import conveyarr.events.AcquisitionEvent;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent.*;
import conveyarr.events.HealthEvent;
import conveyarr.events.HealthEvent.*;
import conveyarr.events.LibraryEvent;
import conveyarr.events.NotificationEvent;
import conveyarr.events.RequestEvent;
import conveyarr.health.core.incident.Incident.Cause;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an event means for the incidents: it begins one, ends one, or is one by itself. */
sealed interface Turn {
    String about();

    /** {@code why} says it in one line. */
    record Begins(Cause cause, String about, String why) implements Turn {}

    /** {@code lasted}, where the event knows it better than we do. */
    record Ends(Cause cause, String about, Optional<Duration> lasted) implements Turn {}

    /** Over when it was told. */
    record Was(Cause cause, String about, String why, Duration within) implements Turn {}

    /** Waits by plan, and what waits for the VPN belongs to the VPN. */
    Set<HoldReason> NO_INCIDENT =
            EnumSet.of(HoldReason.SCHEDULE, HoldReason.VPN_DOWN, HoldReason.VPN_UNKNOWN, HoldReason.LEAK);

    static List<Turn> of(DomainEvent event) {
        return switch (event) {
            case HealthEvent e -> ofHealth(e, e.about().name());
            case ClientEvent e -> ofClient(e, e.about().name());
            case RequestEvent _, AcquisitionEvent _, OneDownload _, LibraryEvent _, NotificationEvent _ -> List.of();
        };
    }

    private static List<Turn> ofHealth(HealthEvent event, String about) {
        return switch (event) {
            case VpnDropped e -> begins(Cause.VPN_DOWN, about, e.reason());
            case VpnRestored _ -> ends(Cause.VPN_DOWN, about, Optional.empty());
            case VpnNetworkLost e -> begins(Cause.VPN_NETWORK_LOST, about, "lost: " + String.join(", ", e.programs()));
            case VpnNetworkRestored e -> ends(Cause.VPN_NETWORK_LOST, about, Optional.of(e.lostFor()));
            case VpnBecameUnstable e -> was(Cause.VPN_UNSTABLE, about, e.drops() + " drops", e.within());
            case ComponentWentDown e -> down(about, e.error());
            case ComponentCameBack e -> ends(Cause.PROGRAM_DOWN, about, Optional.of(e.downFor()));
            case ComponentDegraded e -> begins(Cause.PROGRAM_DEGRADED, about, String.join("; ", e.words()));
            case ComponentRecovered e -> ends(Cause.PROGRAM_DEGRADED, about, Optional.of(e.degradedFor()));
            case ComponentBecameUnstable e -> was(Cause.PROGRAM_UNSTABLE, about, e.changes() + " changes", e.within());
            case VpnSeen _, ForwardedPortChanged _, VpnRestartOrdered _ -> List.of();
        };
    }

    private static List<Turn> ofClient(ClientEvent event, String about) {
        return switch (event) {
            case ClientHeld e -> isOfVpn(e.reason()) ? List.of() : begins(Cause.CLIENT_HELD, about, e.why());
            case ClientReleased e ->
                isOfVpn(e.reason()) ? List.of() : ends(Cause.CLIENT_HELD, about, Optional.of(e.heldFor()));
            case LeakFound e -> begins(Cause.LEAK, about, "seen at " + e.seen() + " instead of " + e.expected());
            case LeakEnded e -> ends(Cause.LEAK, about, Optional.of(e.lasted()));
            case ListenPortFailed e -> begins(Cause.PORT_DEAF, about, e.why());
            case ListenPortSet _ -> ends(Cause.PORT_DEAF, about, Optional.empty());
            case ClientSlowed _, ClientAtFullSpeed _ -> List.of();
        };
    }

    private static boolean isOfVpn(HoldReason reason) {
        return NO_INCIDENT.contains(reason);
    }

    /** What is away says nothing of how well it is. */
    private static List<Turn> down(String about, String error) {
        return List.of(
                new Ends(Cause.PROGRAM_DEGRADED, about, Optional.empty()),
                new Begins(Cause.PROGRAM_DOWN, about, error));
    }

    private static List<Turn> begins(Cause cause, String about, String why) {
        return List.of(new Begins(cause, about, why));
    }

    private static List<Turn> ends(Cause cause, String about, Optional<Duration> lasted) {
        return List.of(new Ends(cause, about, lasted));
    }

    private static List<Turn> was(Cause cause, String about, String why, Duration within) {
        return List.of(new Was(cause, about, why, within));
    }
}
