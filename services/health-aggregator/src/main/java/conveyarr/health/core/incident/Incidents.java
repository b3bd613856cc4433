package conveyarr.health.core.incident;

import conveyarr.health.core.incident.Incident.Cause;
import conveyarr.health.timeline.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Groups events into incidents. Programs behind a VPN that go down with it belong to its incident, and so do downloads that waited for it.
 */
public final class Incidents {
    /** The topics are told by different services, each at its own pace. */
    static final Duration SLACK = Duration.ofSeconds(90);

    static final Set<Cause> OF_VPN = Set.of(Cause.VPN_DOWN, Cause.VPN_NETWORK_LOST);
    /** What lasts longer after the return of the VPN is a trouble of its own. */
    private static final Duration AFTERWARDS = Duration.ofMinutes(15);

    /** What a client or program behind a VPN has when that goes down, and for a moment after its return. */
    static final Set<Cause> WITH_VPN =
            Set.of(Cause.PROGRAM_DOWN, Cause.CLIENT_UNREACHABLE, Cause.CLIENT_DISCONNECTED, Cause.CLIENT_DEAF);

    private Incidents() {}

    /** Newest first; {@code behindVpn} are the names of the programs whose traffic goes through one. */
    public static List<Incident> of(Collection<Entry> events, Set<String> behindVpn, Instant now) {
        Map<UUID, Entry> once = new HashMap<>();
        events.forEach(entry -> once.putIfAbsent(entry.id(), entry));
        List<Entry> story = once.values().stream()
                .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::id))
                .toList();
        List<Incident> all = Spans.of(story);
        List<Incident> causes =
                all.stream().filter(one -> !within(one, all, behindVpn, now)).toList();
        return causes.stream()
                .map(one -> whole(one, all, new Held(story, behindVpn), now))
                .sorted(Comparator.comparing(Incident::begin).reversed())
                .toList();
    }

    /** Whether another incident explains this one, which began with it and was over soon after it. */
    private static boolean within(Incident one, List<Incident> all, Set<String> behindVpn, Instant now) {
        return WITH_VPN.contains(one.cause())
                && behindVpn.contains(one.about())
                && all.stream()
                        .filter(vpn -> OF_VPN.contains(vpn.cause()) && vpn.covers(one.begin(), SLACK))
                        .anyMatch(vpn -> !one.end()
                                .orElse(now)
                                .isAfter(vpn.end().orElse(now).plus(AFTERWARDS)));
    }

    private static Incident whole(Incident one, List<Incident> all, Held held, Instant now) {
        List<String> also = OF_VPN.contains(one.cause())
                ? all.stream()
                        .filter(other -> within(other, List.of(one), held.behindVpn(), now))
                        .map(Incident::about)
                        .distinct()
                        .sorted()
                        .toList()
                : List.of();
        return new Incident(
                one.id(), one.cause(), one.about(), one.begin(), one.end(), one.why(), held.during(one), also);
    }
}
