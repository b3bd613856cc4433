package conveyarr.library.core;

import static conveyarr.flow.Next.next;

import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import conveyarr.library.core.Call.Count;
import conveyarr.library.core.Signal.Due;
import conveyarr.library.core.Signal.Unlisted;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Decides when we look again at a series that lacked something: it may have come, or not be wanted any more, without a word to us; and which *arr
 * is asked when one no longer has it.
 */
final class Recount {
    private Recount() {}

    /** Each that put files there is asked in turn, until one has the series. */
    static Next<LibraryItem> elsewhere(LibraryItem item, Unlisted unlisted) {
        var count = unlisted.count();
        var instances = item.shelf().files().reversed().stream()
                .map(Held::instance)
                .distinct()
                .toList();
        return instances.stream()
                .skip(instances.indexOf(count.instance()) + 1L)
                .findFirst()
                .map(next -> new Count(count.media(), next, count.found(), count.because(), count.past()))
                .map(again -> next(item, again))
                .orElseGet(() -> next(item));
    }

    /** Beside what else is due, the *arr that told of the newest file is asked again what lacks. */
    static Next<LibraryItem> on(LibraryItem item, Due d, List<Effect> others) {
        var shelf = item.shelf();
        if (!shelf.progress().isDue(d.at())) {
            return next(item, others);
        }
        var counted = item.with(shelf.with(shelf.progress().recounted()));
        if (shelf.files().isEmpty()) {
            return next(counted, others); // what comes is counted anyway
        }
        var because = NaturalKey.of("recount", d.media(), d.at().toEpochMilli());
        UUID id = Occurrence.at(d.at(), Via.SELF, "library", because).id();
        String instance = shelf.files().getLast().instance();
        Effect count = new Count(d.media(), instance, List.of(), id, false);
        return next(counted, Stream.concat(others.stream(), Stream.of(count)).toList());
    }
}
