package conveyarr.library.in;

import conveyarr.flow.Alone;
import conveyarr.flow.CatchUp;
import conveyarr.flow.LifeBook;
import conveyarr.library.LibraryFlow;
import conveyarr.library.LibraryItems;
import conveyarr.library.core.Signal.AtArr;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.Upstreams;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds in the history of every *arr what no hook brought. */
@ApplicationScoped
class HistoryPoll {
    private final Upstreams upstreams;
    private final LibraryItems items;
    private final Alone poll;
    private final LifeBook lives;
    private final CatchUp<AtArr> catchUp;

    HistoryPoll(LibraryFlow flow, Upstreams upstreams, LibraryItems items) {
        this.upstreams = upstreams;
        this.items = items;
        this.poll = new Alone(flow, "history");
        this.lives = new LifeBook(flow);
        this.catchUp = new CatchUp<>(flow, AtArr::occurrence);
    }

    @Scheduled(
            every = "{conveyarr.library.history-every:15s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return poll.each(
                upstreams.all(ArrApp.class),
                ArrApp::name,
                (arr, turn) -> catchUp.run(new FileHistory(arr, lives, items), turn));
    }
}
