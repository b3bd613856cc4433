package conveyarr.acquisition.in;

import conveyarr.acquisition.AcquisitionFlow;
import conveyarr.acquisition.Acquisitions;
import conveyarr.acquisition.core.Signal;
import conveyarr.flow.CatchUp;
import conveyarr.flow.InOrder;
import conveyarr.flow.LifeBook;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.ArrLives;
import conveyarr.upstream.Upstreams;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Finds in the history of every *arr what no hook brought: a hook is sent once, and a failed download has none. */
@ApplicationScoped
class HistoryPoll {
    private static final Logger LOGGER = Logger.getLogger(HistoryPoll.class);

    private final Upstreams upstreams;
    private final Acquisitions acquisitions;
    private final LifeBook lives;
    private final CatchUp<Signal> catchUp;

    HistoryPoll(AcquisitionFlow flow, Upstreams upstreams, Acquisitions acquisitions) {
        this.upstreams = upstreams;
        this.acquisitions = acquisitions;
        this.lives = new LifeBook(flow);
        this.catchUp = new CatchUp<>(flow, Signal::cause);
    }

    @Scheduled(
            every = "{conveyarr.acquisition.poll-every:15s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return InOrder.each(upstreams.all(ArrApp.class), arr -> catchUp.run(
                        arr.name(), since -> history(arr, since), acquisitions::handle)
                .onFailure()
                .invoke(trouble -> LOGGER.warnf("poll.failed instance=%s what=history cause=%s", arr.name(), trouble))
                .onFailure()
                .recoverWithNull());
    }

    /** Each row in the life of the database that it belongs to, which the rows themselves show. */
    private Uni<List<Signal>> history(ArrApp arr, Instant since) {
        return arr.history(since).chain(seen -> lives.after(arr.name(), before -> ArrLives.after(before, seen))
                .map(now -> Signals.of(ArrLives.placed(now, seen))));
    }
}
