package conveyarr.acquisition.in;

import conveyarr.acquisition.core.Generation;
import conveyarr.acquisition.core.Kept;
import conveyarr.acquisition.core.Signal.Removed;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.upstream.ArrKeys;
import java.time.Instant;
import java.util.Optional;

/** A title that its *arr does not list any more: the hook that says so is sent once, and history has no row of it. */
final class Unlisted {
    private static final boolean FILES_DELETED = true;

    private Unlisted() {}

    /** Under the name that the hook would have; empty when nobody knows which stay on the list that was. */
    static Optional<Removed> since(Kept one, Instant now) {
        return one.state().past().stays().newest().filter(Generation::isKnown).map(last -> {
            var key = ArrKeys.removed(last.number()).in(last.epoch());
            var seen = Occurrence.at(now, Via.POLL, one.instance(), key);
            return new Removed(seen, one.media(), last, !FILES_DELETED);
        });
    }
}
