package conveyarr.acquisition.in;

import conveyarr.acquisition.AcquisitionFlow;
import conveyarr.acquisition.Acquisitions;
import conveyarr.acquisition.core.Signal;
import conveyarr.flow.CatchUp;
import conveyarr.flow.InOrder;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.Upstreams;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Finds in the history of every *arr what no hook brought: a hook is sent once, and a failed download has none. */
@ApplicationScoped
class HistoryPoll {
    private static final Logger LOGGER = Logger.getLogger(HistoryPoll.class);

    private final Upstreams upstreams;
    private final Acquisitions acquisitions;
    private final CatchUp<Signal> catchUp;

    HistoryPoll(AcquisitionFlow flow, Upstreams upstreams, Acquisitions acquisitions) {
        this.upstreams = upstreams;
        this.acquisitions = acquisitions;
        this.catchUp = new CatchUp<>(flow, Signal::occurrence);
    }

    @Scheduled(
            every = "{conveyarr.acquisition.poll-every:15s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return InOrder.each(upstreams.all(ArrApp.class), arr -> catchUp.run(
                        arr.name(), since -> arr.history(since).map(Signals::of), acquisitions::handle)
                .onFailure()
                .invoke(trouble -> LOGGER.warnf("poll.failed instance=%s what=history cause=%s", arr.name(), trouble))
                .onFailure()
                .recoverWithNull());
    }
}
