package conveyarr.notification.in;

import conveyarr.flow.Alone;
import conveyarr.notification.Abandoned;
import conveyarr.notification.Book;
import conveyarr.notification.Deliveries;
import conveyarr.notification.NotificationFlow;
import conveyarr.notification.Waits;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Looks for what is due: tries that failed, claims that nobody holds any more, what was collected, troubles that last. */
@ApplicationScoped
class DuePoll {
    private final Alone poll;
    private final Deliveries deliveries;
    private final Abandoned abandoned;
    private final Waits waits;
    private final Book book;

    DuePoll(NotificationFlow flow, Deliveries deliveries, Abandoned abandoned, Waits waits, Book book) {
        this.book = book;
        this.poll = new Alone(flow, "retries");
        this.deliveries = deliveries;
        this.abandoned = abandoned;
        this.waits = waits;
    }

    @Scheduled(
            every = "{conveyarr.notification.retry-look-every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> poll() {
        return poll.at("due", _ -> book.open()
                .chain(() -> waits.look(Instant.now()))
                .chain(() -> deliveries.retry(Instant.now()))
                .chain(() -> abandoned.settle(Instant.now())));
    }
}
