package conveyarr.library.in;

import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Alone;
import conveyarr.flow.InOrder;
import conveyarr.library.LibraryFlow;
import conveyarr.library.LibraryItems;
import conveyarr.library.core.Signal.Due;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The clock of the scans: which are due is in the database, so that it survives a restart. */
@ApplicationScoped
class ScanClock {
    private static final String LIBRARY = "library";
    private final LibraryItems items;
    private final Alone clock;

    ScanClock(LibraryFlow flow, LibraryItems items) {
        this.items = items;
        this.clock = new Alone(flow, "scans");
    }

    @Scheduled(every = "{conveyarr.library.clock-every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        Instant now = Instant.now();
        return clock.at(LIBRARY, _ -> items.due(now).chain(due -> InOrder.each(due, media -> due(media, now))));
    }

    private Uni<Void> due(MediaId media, Instant now) {
        var tick = Occurrence.at(now, Via.SELF, LIBRARY, NaturalKey.of("due", media, now.toEpochMilli()));
        return items.observe(tick, new Due(now, media));
    }
}
