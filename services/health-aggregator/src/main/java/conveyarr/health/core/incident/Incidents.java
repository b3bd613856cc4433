package conveyarr.health.core.incident;

import conveyarr.events.DownloadEvent.DownloadFailed;
import conveyarr.events.DownloadEvent.DownloadHeld;
import conveyarr.events.DownloadEvent.DownloadRemoved;
import conveyarr.events.DownloadEvent.HoldReason;
import conveyarr.events.DownloadEvent.OneDownload;
import conveyarr.events.DownloadId;
import conveyarr.events.MediaId;
import conveyarr.health.core.incident.Incident.Affected;
import conveyarr.health.core.incident.Incident.Cause;
import conveyarr.health.timeline.Entry;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Groups events into incidents. Programs behind a VPN that go down with it belong to its incident, and so do downloads that waited for it.
 */
public final class Incidents {
    /** The topics are told by different services, each at its own pace. */
    private static final Duration SLACK = Duration.ofSeconds(90);

    private static final Set<Cause> OF_VPN = Set.of(Cause.VPN_DOWN, Cause.VPN_NETWORK_LOST);
    private static final Set<HoldReason> FOR_VPN = Set.of(HoldReason.VPN_DOWN, HoldReason.VPN_UNKNOWN);

    private Incidents() {}

    /** Newest first; {@code behindVpn} are the names of the programs whose traffic goes through one. */
    public static List<Incident> of(Collection<Entry> events, Set<String> behindVpn) {
        Map<UUID, Entry> once = new HashMap<>();
        events.forEach(entry -> once.putIfAbsent(entry.id(), entry));
        List<Entry> story = once.values().stream()
                .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::id))
                .toList();
        List<Incident> all = Spans.of(story);
        List<Incident> causes =
                all.stream().filter(one -> !within(one, all, behindVpn)).toList();
        return causes.stream()
                .map(one -> whole(one, all, new Downloads(story), behindVpn))
                .sorted(Comparator.comparing(Incident::begin).reversed())
                .toList();
    }

    /** Whether another incident explains this one. */
    private static boolean within(Incident one, List<Incident> all, Set<String> behindVpn) {
        return one.cause() == Cause.PROGRAM_DOWN
                && behindVpn.contains(one.about())
                && all.stream().anyMatch(vpn -> OF_VPN.contains(vpn.cause()) && vpn.covers(one.begin(), SLACK));
    }

    private static Incident whole(Incident one, List<Incident> all, Downloads downloads, Set<String> behindVpn) {
        List<String> also = OF_VPN.contains(one.cause())
                ? all.stream()
                        .filter(other -> within(other, List.of(one), behindVpn))
                        .map(Incident::about)
                        .distinct()
                        .sorted()
                        .toList()
                : List.of();
        return new Incident(
                one.id(), one.cause(), one.about(), one.begin(), one.end(), one.why(), downloads.during(one), also);
    }

    /** Those that were held, and what became of them. */
    private record Downloads(List<Entry> story) {
        Affected during(Incident one) {
            Map<DownloadId, MediaId> held = new HashMap<>();
            Set<DownloadId> lost = new HashSet<>();
            for (Entry entry : story) {
                if (entry.event() instanceof OneDownload event && one.covers(entry.at(), SLACK)) {
                    if (event instanceof DownloadHeld hold && waitsFor(one).test(hold)) {
                        held.put(hold.download(), hold.about());
                    }
                    if (event instanceof DownloadFailed || event instanceof DownloadRemoved) {
                        lost.add(event.download());
                    }
                }
            }
            lost.retainAll(held.keySet());
            return new Affected(held.size(), lost.size(), Set.copyOf(held.values()));
        }

        private static Predicate<DownloadHeld> waitsFor(Incident one) {
            return switch (one.cause()) {
                case VPN_DOWN, VPN_NETWORK_LOST -> hold -> FOR_VPN.contains(hold.reason());
                case LEAK -> hold -> hold.reason() == HoldReason.LEAK && isOf(hold, one);
                case CLIENT_HELD, PROGRAM_DOWN -> hold -> !Turn.NO_INCIDENT.contains(hold.reason()) && isOf(hold, one);
                case VPN_UNSTABLE, PORT_DEAF, PROGRAM_DEGRADED, PROGRAM_UNSTABLE -> _ -> false;
            };
        }

        private static boolean isOf(OneDownload hold, Incident one) {
            return hold.download().client().equals(one.about());
        }
    }
}
