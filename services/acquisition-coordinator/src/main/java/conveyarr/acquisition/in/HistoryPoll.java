package conveyarr.acquisition.in;

import conveyarr.acquisition.AcquisitionFlow;
import conveyarr.acquisition.Acquisitions;
import conveyarr.acquisition.core.Signal;
import conveyarr.flow.Alone;
import conveyarr.flow.CatchUp;
import conveyarr.flow.LifeBook;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.Upstreams;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds in the history of every *arr what no hook brought: a hook is sent once, and a failed download has none. */
@ApplicationScoped
class HistoryPoll {
    private final Upstreams upstreams;
    private final Acquisitions acquisitions;
    private final Alone poll;
    private final LifeBook lives;
    private final CatchUp<Signal> catchUp;

    HistoryPoll(AcquisitionFlow flow, Upstreams upstreams, Acquisitions acquisitions) {
        this.upstreams = upstreams;
        this.acquisitions = acquisitions;
        this.poll = new Alone(flow, "history");
        this.lives = new LifeBook(flow);
        this.catchUp = new CatchUp<>(flow, Signal::cause);
    }

    @Scheduled(
            every = "{conveyarr.acquisition.poll-every:15s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return poll.each(
                upstreams.all(ArrApp.class),
                ArrApp::name,
                (arr, turn) -> catchUp.run(new ArrHistory(arr, lives, acquisitions), turn));
    }
}
