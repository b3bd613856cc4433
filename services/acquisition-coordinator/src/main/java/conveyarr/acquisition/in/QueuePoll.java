package conveyarr.acquisition.in;

import conveyarr.acquisition.AcquisitionFlow;
import conveyarr.acquisition.Acquisitions;
import conveyarr.flow.Alone;
import conveyarr.flow.InOrder;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.Upstreams;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds downloads that wait for a person in the queue of every *arr, which no history has. */
@ApplicationScoped
class QueuePoll {
    private final Upstreams upstreams;
    private final Acquisitions acquisitions;
    private final Alone poll;

    QueuePoll(AcquisitionFlow flow, Upstreams upstreams, Acquisitions acquisitions) {
        this.upstreams = upstreams;
        this.acquisitions = acquisitions;
        this.poll = new Alone(flow, "queue");
    }

    @Scheduled(
            every = "{conveyarr.acquisition.queue-every:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return poll.each(upstreams.all(ArrApp.class), ArrApp::name, (arr, _) -> look(arr));
    }

    private Uni<Void> look(ArrApp arr) {
        return arr.refusedImports().chain(refused -> InOrder.each(Signals.of(refused), acquisitions::handle));
    }
}
