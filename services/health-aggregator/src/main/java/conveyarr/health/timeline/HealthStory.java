package conveyarr.health.timeline;

import conveyarr.events.HealthEvent;
import conveyarr.events.HealthEvent.*;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is told of a program or of the VPN. */
final class HealthStory {
    private HealthStory() {}

    static String text(HealthEvent event) {
        return switch (event) {
            case ComponentWentDown e -> e.about().name() + " does not answer: " + Words.quoted(e.error());
            case ComponentCameBack e -> e.about().name() + " answers again after " + Words.time(e.downFor());
            case ComponentDegraded e -> e.about().name() + " is not well: " + Words.quoted(e.words());
            case ComponentRecovered e -> e.about().name() + " is well again after " + Words.time(e.degradedFor());
            case ComponentBecameUnstable e -> restless(e);
            case VpnDropped e -> "VPN lost at " + e.about().name() + ": " + e.reason();
            case VpnRestored e -> "VPN back at " + e.about().name();
            case VpnSeen e ->
                "VPN " + e.state().name().toLowerCase(Locale.ROOT) + " at "
                        + e.about().name();
            case ForwardedPortChanged e -> forwarded(e);
            case VpnBecameUnstable e ->
                "The VPN at " + e.about().name() + " dropped " + e.drops() + " times within " + Words.time(e.within());
            case VpnNetworkLost e ->
                "Nothing behind " + e.about().name() + " can be reached: " + String.join(", ", e.programs());
            case VpnNetworkRestored e ->
                "What is behind " + e.about().name() + " can be reached again after " + Words.time(e.lostFor());
            case VpnRestartOrdered e -> "A restart of the VPN at " + e.about().name() + " was ordered";
        };
    }

    private static String restless(ComponentBecameUnstable e) {
        String often = e.changes() + " times within " + Words.time(e.within());
        return e.about().name() + " answered and did not answer in turn, " + often;
    }

    private static String forwarded(ForwardedPortChanged e) {
        return e.now().isEmpty()
                ? e.about().name() + " forwards no port any more"
                : e.about().name() + " forwards port " + ports(e) + " now";
    }

    private static String ports(ForwardedPortChanged e) {
        return e.now().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
