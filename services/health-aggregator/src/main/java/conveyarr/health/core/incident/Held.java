package conveyarr.health.core.incident;

import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent.ClientHeld;
import conveyarr.events.DownloadEvent.DownloadFailed;
import conveyarr.events.DownloadEvent.DownloadHeld;
import conveyarr.events.DownloadEvent.DownloadHoldChanged;
import conveyarr.events.DownloadEvent.DownloadRemoved;
import conveyarr.events.DownloadEvent.HoldReason;
import conveyarr.events.DownloadEvent.OneDownload;
import conveyarr.events.DownloadId;
import conveyarr.events.MediaId;
import conveyarr.health.core.incident.Incident.Affected;
import conveyarr.health.timeline.Entry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The downloads that an incident held, and what became of them; {@code behindVpn} are the programs whose traffic goes through one. */
record Held(List<Entry> story, Set<String> behindVpn) {
    private static final Set<HoldReason> FOR_VPN = Set.of(HoldReason.VPN_DOWN, HoldReason.VPN_UNKNOWN);

    Affected during(Incident one) {
        Map<DownloadId, MediaId> held = new HashMap<>();
        Map<String, Integer> paused = new HashMap<>();
        Set<DownloadId> lost = new HashSet<>();
        for (Entry entry : story) {
            if (one.covers(entry.at(), Incidents.SLACK)) {
                putHeld(entry.event(), one, held);
                if (entry.event() instanceof ClientHeld hold
                        && isOf(one, hold.about().name(), hold.reason())) {
                    paused.merge(hold.about().name(), hold.downloads(), Math::max);
                }
                if (entry.event() instanceof DownloadFailed || entry.event() instanceof DownloadRemoved) {
                    lost.add(((OneDownload) entry.event()).download());
                }
            }
        }
        lost.retainAll(held.keySet());
        return new Affected(number(held.keySet(), paused), lost.size(), Set.copyOf(held.values()));
    }

    private void putHeld(DomainEvent event, Incident one, Map<DownloadId, MediaId> held) {
        if (event instanceof DownloadHeld hold && isOf(one, hold.download().client(), hold.reason())) {
            held.put(hold.download(), hold.about());
        }
        if (event instanceof DownloadHoldChanged hold
                && isOf(one, hold.download().client(), hold.reason())) {
            held.put(hold.download(), hold.about());
        }
    }

    /** A client also says how many it were, those among them that no title is known of. */
    private static int number(Set<DownloadId> held, Map<String, Integer> paused) {
        Map<String, Integer> most = new HashMap<>();
        held.forEach(download -> most.merge(download.client(), 1, Integer::sum));
        paused.forEach((client, count) -> most.merge(client, count, Math::max));
        return most.values().stream().mapToInt(Integer::intValue).sum();
    }

    private boolean isOf(Incident one, String client, HoldReason reason) {
        boolean own = client.equals(one.about());
        return switch (one.cause()) {
            case VPN_DOWN, VPN_NETWORK_LOST ->
                FOR_VPN.contains(reason)
                        || behindVpn.contains(client)
                                && Turn.cause(reason)
                                        .filter(Incidents.WITH_VPN::contains)
                                        .isPresent();
            case LEAK -> own && reason == HoldReason.LEAK;
            case PROGRAM_DOWN -> own && Turn.cause(reason).isPresent();
            case CLIENT_UNREACHABLE, CLIENT_DISCONNECTED, CLIENT_DEAF, DISK_FULL, MANY_STALLED ->
                own && Turn.cause(reason).filter(one.cause()::equals).isPresent();
            case VPN_UNSTABLE, PORT_DEAF, PROGRAM_DEGRADED, PROGRAM_UNSTABLE -> false;
        };
    }
}
