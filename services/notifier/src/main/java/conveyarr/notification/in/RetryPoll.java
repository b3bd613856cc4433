package conveyarr.notification.in;

import conveyarr.notification.NotificationFlow;
import conveyarr.notification.Notifications;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Looks for notifications whose next try is due. */
@ApplicationScoped
class RetryPoll {
    private static final Logger LOGGER = Logger.getLogger(RetryPoll.class);

    private final NotificationFlow flow;
    private final Notifications notifications;

    RetryPoll(NotificationFlow flow, Notifications notifications) {
        this.flow = flow;
        this.notifications = notifications;
    }

    @Scheduled(
            every = "{conveyarr.notification.retry-look-every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> poll() {
        return flow.prepared()
                ? notifications
                        .retry(Instant.now())
                        .onFailure()
                        .invoke(trouble -> LOGGER.warnf("retry.failed cause=%s", trouble))
                        .onFailure()
                        .recoverWithNull()
                : Uni.createFrom().voidItem();
    }
}
