package conveyarr.library.in;

import conveyarr.flow.CatchUp;
import conveyarr.flow.CatchUp.Gap;
import conveyarr.flow.LifeBook;
import conveyarr.library.LibraryItems;
import conveyarr.library.core.Signal.Imported;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.ArrLives;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The imports in the history of one *arr. */
record ImportHistory(ArrApp arr, LifeBook lives, LibraryItems items) implements CatchUp.History<Imported> {
    @Override
    public String instance() {
        return arr.name();
    }

    /** Each row in the life of the database that it belongs to, which the rows themselves show. */
    @Override
    public Uni<List<Imported>> since(Instant reached) {
        return arr.history(reached).chain(seen -> lives.after(arr.name(), before -> ArrLives.after(before, seen))
                .map(now -> Imports.of(ArrLives.placed(now, seen))));
    }

    @Override
    public Uni<Optional<Instant>> oldest() {
        return arr.oldestInHistory();
    }

    @Override
    public Uni<Void> handle(Imported imported, boolean past) {
        return items.handle(past ? imported.asPast() : imported);
    }

    /** acquisition-coordinator reads the same history and tells its gaps. */
    @Override
    public Uni<Void> gap(Gap gap) {
        return Uni.createFrom().voidItem();
    }
}
