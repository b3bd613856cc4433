package conveyarr.library.in;

import conveyarr.flow.CatchUp;
import conveyarr.flow.CatchUp.Gap;
import conveyarr.flow.CatchUp.Stretch;
import conveyarr.flow.LifeBook;
import conveyarr.library.LibraryItems;
import conveyarr.library.core.Signal.AtArr;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.ArrLives;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** What became of files, in the history of one *arr. */
record FileHistory(ArrApp arr, LifeBook lives, LibraryItems items) implements CatchUp.History<AtArr> {
    @Override
    public String instance() {
        return arr.name();
    }

    /** Each row in the life of the database that it belongs to, which the rows themselves show. */
    @Override
    public Uni<Stretch<AtArr>> since(Instant reached) {
        return arr.history(reached).chain(seen -> lives.after(arr.name(), before -> ArrLives.after(before, seen))
                .map(now -> new Stretch<>(Signals.of(ArrLives.placed(now, seen)), ArrLives.newest(seen))));
    }

    @Override
    public Uni<Optional<Instant>> oldest() {
        return arr.oldestInHistory();
    }

    @Override
    public Uni<Void> handle(AtArr seen, boolean past) {
        return items.handle(past ? seen.asPast() : seen);
    }

    /** acquisition-coordinator reads the same history and tells its gaps. */
    @Override
    public Uni<Void> gap(Gap gap) {
        return Uni.createFrom().voidItem();
    }
}
