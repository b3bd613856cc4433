package conveyarr.health;

import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent.DownloadActionTaken;
import conveyarr.events.DownloadEvent.DownloadHeld;
import conveyarr.events.DownloadEvent.HoldReason;
import conveyarr.events.Via;
import conveyarr.health.timeline.Entry;
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

    private final MeterRegistry registry;

    EventMeters(MeterRegistry registry) {
        this.registry = registry;
        registry.counter("conveyarr.vpn.pauses");
    }

    void count(Entry entry) {
        boolean news = entry.recordedAt().plus(FRESH).isAfter(Instant.now())
                && !entry.occurrence().past();
        if (news) {
            Via via = entry.occurrence().via();
            add("conveyarr.events", "kind", entry.kind(), "via", via.word());
            if (via == Via.HISTORY) {
                add(
                        "conveyarr.gap.events.recovered",
                        "source",
                        entry.occurrence().source());
            }
            countWork(entry.event());
        }
    }

    private void countWork(DomainEvent event) {
        if (event instanceof DownloadHeld held && held.paused() && VPN.contains(held.reason())) {
            add("conveyarr.vpn.pauses");
        }
        if (event instanceof DownloadActionTaken taken) {
            add("conveyarr.repairs", "action", word(taken.action()), "result", taken.dryRun() ? "dry_run" : "done");
        }
    }

    private void add(String name, String... tags) {
        registry.counter(name, tags).increment();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
