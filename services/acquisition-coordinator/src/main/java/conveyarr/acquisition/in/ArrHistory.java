package conveyarr.acquisition.in;

import conveyarr.acquisition.Acquisitions;
import conveyarr.acquisition.core.Signal;
import conveyarr.flow.CatchUp;
import conveyarr.flow.CatchUp.Gap;
import conveyarr.flow.CatchUp.Stretch;
import conveyarr.flow.LifeBook;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.ArrLives;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** The history of one *arr, as acquisitions hear it. */
record ArrHistory(ArrApp arr, LifeBook lives, Acquisitions acquisitions) implements CatchUp.History<Signal> {
    @Override
    public String instance() {
        return arr.name();
    }

    /** Each row in the life of the database that it belongs to, which the rows themselves show. */
    @Override
    public Uni<Stretch<Signal>> since(Instant reached) {
        return arr.history(reached).chain(seen -> lives.after(arr.name(), before -> ArrLives.after(before, seen))
                .map(now -> new Stretch<>(Signals.of(ArrLives.placed(now, seen)), ArrLives.newest(seen))));
    }

    @Override
    public Uni<Optional<Instant>> oldest() {
        return arr.oldestInHistory();
    }

    @Override
    public Uni<Void> handle(Signal signal, boolean past) {
        return acquisitions.handle(signal, past);
    }

    @Override
    public Uni<Void> gap(Gap gap) {
        return acquisitions.tell(gap);
    }
}
