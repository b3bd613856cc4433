package conveyarr.notification.in;

import conveyarr.flow.Alone;
import conveyarr.notification.NotificationFlow;
import conveyarr.notification.Notifications;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Looks for notifications whose next try is due. */
@ApplicationScoped
class RetryPoll {
    private final Alone poll;
    private final Notifications notifications;

    RetryPoll(NotificationFlow flow, Notifications notifications) {
        this.poll = new Alone(flow, "retries");
        this.notifications = notifications;
    }

    @Scheduled(
            every = "{conveyarr.notification.retry-look-every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> poll() {
        return poll.at("due", _ -> notifications.retry(Instant.now()));
    }
}
