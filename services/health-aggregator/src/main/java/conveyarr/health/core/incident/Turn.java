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
import java.util.List;
import java.util.Optional;

/** What an event means for the incidents: it begins one, ends one, or is one by itself. */
sealed interface Turn {
    String about();

    /** {@code why} says it in one line. */
    record Begins(Cause cause, String about, String why) implements Turn {}

    /** {@code lasted}, where the event knows it better than we do. */
    record Ends(Cause cause, String about, Optional<Duration> lasted) implements Turn {}

    /** Over when it was told. */
    record Was(Cause cause, String about, String why, Duration within) implements Turn {}

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
            case ClientHeld e ->
                cause(e.reason()).map(cause -> begins(cause, about, e.why())).orElse(List.of());
            case ClientReleased e ->
                cause(e.reason())
                        .map(cause -> ends(cause, about, Optional.of(e.heldFor())))
                        .orElse(List.of());
            case LeakFound e -> begins(Cause.LEAK, about, "seen at " + e.seen() + " instead of " + e.expected());
            case LeakEnded e -> ends(Cause.LEAK, about, Optional.of(e.lasted()));
            case ListenPortFailed e -> begins(Cause.PORT_DEAF, about, e.why());
            case ListenPortSet _ -> ends(Cause.PORT_DEAF, about, Optional.empty());
            case ClientSlowed _, ClientAtFullSpeed _ -> List.of();
        };
    }

    /** None for what waits by plan, and for what has an incident of the VPN. */
    static Optional<Cause> cause(HoldReason reason) {
        return switch (reason) {
            case CLIENT_UNREACHABLE -> Optional.of(Cause.CLIENT_UNREACHABLE);
            case CLIENT_DISCONNECTED -> Optional.of(Cause.CLIENT_DISCONNECTED);
            case CLIENT_DEAF -> Optional.of(Cause.CLIENT_DEAF);
            case DISK_FULL -> Optional.of(Cause.DISK_FULL);
            case MANY_STALLED -> Optional.of(Cause.MANY_STALLED);
            case SCHEDULE, VPN_DOWN, VPN_UNKNOWN, LEAK -> Optional.empty();
        };
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
