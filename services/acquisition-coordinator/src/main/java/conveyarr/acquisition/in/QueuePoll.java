package conveyarr.acquisition.in;

import conveyarr.acquisition.AcquisitionFlow;
import conveyarr.acquisition.Acquisitions;
import conveyarr.flow.InOrder;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.Upstreams;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Finds downloads that wait for a person in the queue of every *arr, which no history has. */
@ApplicationScoped
class QueuePoll {
    private static final Logger LOGGER = Logger.getLogger(QueuePoll.class);

    private final AcquisitionFlow flow;
    private final Upstreams upstreams;
    private final Acquisitions acquisitions;

    QueuePoll(AcquisitionFlow flow, Upstreams upstreams, Acquisitions acquisitions) {
        this.flow = flow;
        this.upstreams = upstreams;
        this.acquisitions = acquisitions;
    }

    @Scheduled(
            every = "{conveyarr.acquisition.queue-every:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        List<ArrApp> all = flow.prepared() ? upstreams.all(ArrApp.class) : List.of();
        return InOrder.each(all, arr -> look(arr)
                .onFailure()
                .invoke(trouble -> LOGGER.warnf("poll.failed instance=%s what=queue cause=%s", arr.name(), trouble))
                .onFailure()
                .recoverWithNull());
    }

    private Uni<Void> look(ArrApp arr) {
        return arr.refusedImports().chain(refused -> InOrder.each(Signals.of(refused), acquisitions::handle));
    }
}
