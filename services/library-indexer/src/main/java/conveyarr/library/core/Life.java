package conveyarr.library.core;

import conveyarr.events.Occurrence;
import conveyarr.library.core.Signal.Imported;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What of a title is waited for until it can be watched: in its first life everything, so that the order in which we hear does not matter;
 * after that what was imported {@code again}, by another instance or anew, the earliest of it. {@code covered} has the newest import of each
 * instance up to then.
 */
public record Life(Optional<Occurrence> again, Map<String, Instant> covered) {
    static final Life FIRST = new Life(Optional.empty(), Map.of());

    public Life {
        covered = Map.copyOf(covered);
    }

    /** Whether an import begins a new life: it is neither a better file of what is there nor something that was there before. */
    static boolean isBegunBy(Imported i, Map<String, Instant> covered) {
        Instant before = covered.get(i.instance());
        return !i.file().upgrade() && (before == null || i.occurrence().at().isAfter(before));
    }

    static Life begunBy(Imported i, Map<String, Instant> covered) {
        return new Life(Optional.of(i.occurrence()), covered).with(i);
    }

    Life with(Imported i) {
        var all = new HashMap<>(covered);
        all.merge(i.instance(), i.occurrence().at(), (one, other) -> one.isAfter(other) ? one : other);
        boolean isEarlier = !i.file().upgrade() && again.filter(i::after).isEmpty();
        return new Life(again.map(earliest -> isEarlier ? i.occurrence() : earliest), all);
    }
}
