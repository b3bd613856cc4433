package conveyarr.notification.in;

import conveyarr.notification.Meters;
import conveyarr.notification.NotificationFlow;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Counts the ledger for the metrics page, so that reading the page asks the database nothing. */
@ApplicationScoped
class MeterPoll {
    private static final Logger LOGGER = Logger.getLogger(MeterPoll.class);

    private final NotificationFlow flow;
    private final Meters meters;

    MeterPoll(NotificationFlow flow, Meters meters) {
        this.flow = flow;
        this.meters = meters;
    }

    @Scheduled(
            every = "{conveyarr.notification.count-every:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> poll() {
        return flow.prepared()
                ? meters.look()
                        .onFailure()
                        .invoke(trouble -> LOGGER.debugf("count.failed cause=%s", trouble))
                        .onFailure()
                        .recoverWithNull()
                : Uni.createFrom().voidItem();
    }
}
