package conveyarr.health;

import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent.*;
import conveyarr.events.HealthEvent.*;
import conveyarr.health.EventLog.Logged;
import conveyarr.health.core.incident.Incident;
import conveyarr.health.core.incident.Incidents;
import conveyarr.health.out.LogRows;
import conveyarr.health.timeline.Entry;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The incidents, worked out anew from the log whenever somebody asks. */
@Singleton
public class IncidentLog {
    /** More than a month of a bad VPN under 50 downloads; the newest tell. */
    private static final int MOST = 20_000;

    private static final Set<String> TELLING = Stream.<Class<? extends DomainEvent>>of(
                    VpnDropped.class,
                    VpnRestored.class,
                    VpnNetworkLost.class,
                    VpnNetworkRestored.class,
                    VpnBecameUnstable.class,
                    ComponentWentDown.class,
                    ComponentCameBack.class,
                    ComponentDegraded.class,
                    ComponentRecovered.class,
                    ComponentBecameUnstable.class,
                    ClientHeld.class,
                    ClientReleased.class,
                    LeakFound.class,
                    LeakEnded.class,
                    ListenPortFailed.class,
                    ListenPortSet.class,
                    DownloadHeld.class,
                    DownloadHoldChanged.class,
                    DownloadFailed.class,
                    DownloadRemoved.class)
            .map(Entry::kind)
            .collect(Collectors.toSet());

    private final LogRows rows;
    private final Upstreams upstreams;

    IncidentLog(LogRows rows, Upstreams upstreams) {
        this.rows = rows;
        this.upstreams = upstreams;
    }

    /** Newest first, of those that began since then or still last. */
    public Uni<List<Incident>> since(Instant since, Instant now) {
        return rows.ofKinds(TELLING, now.minus(EventLog.KEPT), MOST)
                .map(found -> found.stream().map(Logged::entry).toList())
                .map(events -> incidents(events, now))
                .map(all -> all.stream()
                        .filter(one -> one.end().isEmpty() || one.end().get().isAfter(since))
                        .toList());
    }

    private List<Incident> incidents(List<Entry> events, Instant now) {
        Set<String> behind =
                upstreams.names().stream().filter(upstreams::isBehindVpn).collect(Collectors.toSet());
        return Incidents.of(events, behind, now);
    }
}
