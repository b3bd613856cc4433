package conveyarr.library.in;

import conveyarr.flow.CatchUp;
import conveyarr.flow.InOrder;
import conveyarr.flow.LifeBook;
import conveyarr.library.LibraryFlow;
import conveyarr.library.LibraryItems;
import conveyarr.library.core.Signal.Imported;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.ArrLives;
import conveyarr.upstream.Upstreams;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Finds in the history of every *arr the imports that no hook brought. */
@ApplicationScoped
class ImportPoll {
    private static final Logger LOGGER = Logger.getLogger(ImportPoll.class);

    private final Upstreams upstreams;
    private final LibraryItems items;
    private final LifeBook lives;
    private final CatchUp<Imported> catchUp;

    ImportPoll(LibraryFlow flow, Upstreams upstreams, LibraryItems items) {
        this.upstreams = upstreams;
        this.items = items;
        this.lives = new LifeBook(flow);
        this.catchUp = new CatchUp<>(flow, Imported::occurrence);
    }

    @Scheduled(
            every = "{conveyarr.library.history-every:15s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return InOrder.each(upstreams.all(ArrApp.class), arr -> catchUp.run(
                        arr.name(), since -> history(arr, since), items::handle)
                .onFailure()
                .invoke(trouble -> LOGGER.warnf("poll.failed instance=%s what=history cause=%s", arr.name(), trouble))
                .onFailure()
                .recoverWithNull());
    }

    /** Each row in the life of the database that it belongs to, which the rows themselves show. */
    private Uni<List<Imported>> history(ArrApp arr, Instant since) {
        return arr.history(since).chain(seen -> lives.after(arr.name(), before -> ArrLives.after(before, seen))
                .map(now -> Imports.of(ArrLives.placed(now, seen))));
    }
}
