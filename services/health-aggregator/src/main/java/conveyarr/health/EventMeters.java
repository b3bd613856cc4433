package conveyarr.health;

import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent.DownloadAction;
import conveyarr.events.DownloadEvent.DownloadActionTaken;
import conveyarr.events.DownloadEvent.DownloadHeld;
import conveyarr.events.DownloadEvent.DownloadHoldChanged;
import conveyarr.events.DownloadEvent.HoldReason;
import conveyarr.events.EventCatalog;
import conveyarr.events.NotificationEvent.NotificationSuppressed;
import conveyarr.events.Via;
import conveyarr.health.core.Hushed;
import conveyarr.health.timeline.Entry;
import conveyarr.upstream.Upstreams;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** Counts what the events tell. The past is not counted again when the log is built anew. No label carries a title or a person. */
@Singleton
class EventMeters {
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Set<HoldReason> VPN = Set.of(HoldReason.VPN_DOWN, HoldReason.VPN_UNKNOWN, HoldReason.LEAK);

    private static final String SUPPRESSED = "conveyarr.notifications.suppressed";

    private final MeterRegistry registry;

    EventMeters(MeterRegistry registry, Upstreams upstreams) {
        this.registry = registry;
        // Known from the start, so that the first one is an increase too.
        add(0, "conveyarr.vpn.pauses");
        EventCatalog.all().map(Entry::kind).forEach(kind -> add(0, "conveyarr.events", "kind", kind));
        upstreams.names().forEach(name -> add(0, "conveyarr.gap.events.recovered", "source", name));
        for (Hushed why : Hushed.values()) {
            add(0, SUPPRESSED, "reason", why.word());
        }
        for (DownloadAction action : DownloadAction.values()) {
            add(0, "conveyarr.repairs", "action", word(action), "result", "done");
        }
    }

    void count(Entry entry) {
        boolean news = entry.recordedAt().plus(FRESH).isAfter(Instant.now())
                && !entry.occurrence().past();
        if (news) {
            Via via = entry.occurrence().via();
            add(1, "conveyarr.events", "kind", entry.kind());
            if (via == Via.HISTORY) {
                add(
                        1,
                        "conveyarr.gap.events.recovered",
                        "source",
                        entry.occurrence().source());
            }
            countWork(entry.event());
        }
    }

    private void countWork(DomainEvent event) {
        if (event instanceof DownloadHeld held && held.paused() && VPN.contains(held.reason())
                || event instanceof DownloadHoldChanged now && now.paused() && VPN.contains(now.reason())) {
            add(1, "conveyarr.vpn.pauses");
        }
        if (event instanceof NotificationSuppressed hushed) {
            add(1, SUPPRESSED, "reason", Hushed.of(hushed.reason()).word());
        }
        if (event instanceof DownloadActionTaken taken) {
            add(1, "conveyarr.repairs", "action", word(taken.action()), "result", taken.dryRun() ? "dry_run" : "done");
        }
    }

    private void add(int times, String name, String... tags) {
        registry.counter(name, tags).increment(times);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
