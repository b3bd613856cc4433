package conveyarr.library.core;

import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import conveyarr.library.core.Call.Scan;
import conveyarr.library.core.LibraryItem.Waiting;
import conveyarr.library.core.Signal.Missing;
import conveyarr.library.core.Signal.Unanswered;
import java.util.ArrayList;
import java.util.List;

/**
 * A server does not show what we wait for. One that took our wish is asked again, each time after twice the pause; after a time people are told,
 * and it goes on being asked.
 */
record Missed(Limits limits) {
    Next<LibraryItem> on(Waiting w, Missing m) {
        var effects = new ArrayList<Effect>();
        var asked = joined(w.with(w.waited().seenWithoutIt()), m, effects);
        var shelf = asked.shelf().withWishes(wish -> wish.server().equals(m.server()) ? again(wish, m, effects) : wish);
        var overdue = new Overdue(m.server(), m.at(), limits);
        return overdue.notListed(asked.with(shelf), m.media(), effects);
    }

    Next<LibraryItem> on(Waiting w, Unanswered u) {
        return new Overdue(u.server(), u.at(), limits).told(w, u.media(), u.trouble(), List.of());
    }

    private Wish again(Wish wish, Missing m, List<Effect> effects) {
        if (!wish.isAskedAgain(m.at(), limits)) {
            return wish;
        }
        var more = wish.again();
        effects.add(scan(m, more));
        return more;
    }

    /** A server that was not there at the import is asked too. */
    private static Waiting joined(Waiting w, Missing m, List<Effect> effects) {
        Shelf shelf = w.shelf();
        boolean known = shelf.wishes().stream().anyMatch(wish -> wish.server().equals(m.server()));
        var folders = w.lacking().stream()
                .map(part -> Paths.folder(part.file()))
                .filter(folder -> !known && !folder.isEmpty())
                .distinct()
                .toList();
        for (String folder : folders) {
            var wish = Wish.first(m.server(), folder, w.imported().id(), m.at()).underWay();
            effects.add(scan(m, wish));
            shelf = shelf.with(wish);
        }
        return w.with(shelf);
    }

    private static Scan scan(Missing m, Wish wish) {
        return new Scan(m.media(), wish.server(), wish.folder(), wish.because(), wish.round());
    }
}
