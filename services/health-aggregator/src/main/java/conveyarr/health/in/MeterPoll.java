package conveyarr.health.in;

import conveyarr.health.HealthFlow;
import conveyarr.health.Stack;
import conveyarr.health.StackMeters;
import conveyarr.health.Timelines;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Brings the metrics up to date. Every process does, since every one is asked for them. */
@ApplicationScoped
class MeterPoll {
    private static final Logger LOGGER = Logger.getLogger(MeterPoll.class);

    private final HealthFlow flow;
    private final Stack stack;
    private final Timelines timelines;
    private final StackMeters meters;

    MeterPoll(HealthFlow flow, Stack stack, Timelines timelines, StackMeters meters) {
        this.flow = flow;
        this.stack = stack;
        this.timelines = timelines;
        this.meters = meters;
    }

    @Scheduled(every = "{conveyarr.health.meters-every:10s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        if (!flow.prepared()) {
            return Uni.createFrom().voidItem();
        }
        return timelines
                .counts()
                .invoke(meters::showRequests)
                .chain(_ -> stack.components())
                .invoke(meters::showPrograms)
                .chain(_ -> stack.tunnels())
                .invoke(meters::showTunnels)
                .replaceWithVoid()
                .onFailure()
                .invoke(trouble -> LOGGER.warnf("meters.stale cause=%s", trouble))
                .onFailure()
                .recoverWithNull();
    }
}
