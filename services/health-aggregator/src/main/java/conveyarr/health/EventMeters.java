package conveyarr.health;

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
        if (entry.recordedAt().plus(FRESH).isBefore(Instant.now())
                || entry.occurrence().past()) {
            return;
        }
        registry.counter(
                        "conveyarr.events",
                        "kind",
                        entry.kind(),
                        "via",
                        entry.occurrence().via().word())
                .increment();
        if (entry.occurrence().via() == Via.HISTORY) {
            registry.counter(
                            "conveyarr.gap.events.recovered",
                            "source",
                            entry.occurrence().source())
                    .increment();
        }
        if (entry.event() instanceof DownloadHeld held && held.paused() && VPN.contains(held.reason())) {
            registry.counter("conveyarr.vpn.pauses").increment();
        }
        if (entry.event() instanceof DownloadActionTaken taken) {
            String result = taken.dryRun() ? "dry_run" : "done";
            registry.counter("conveyarr.repairs", "action", word(taken.action()), "result", result)
                    .increment();
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
