package conveyarr.library.core;

import conveyarr.library.core.Shelf.Past;
import java.util.Optional;

/**
 * Decides which episodes are lost when a better file holds fewer of them than the one that it replaces. That the old one went and that the better
 * one came is heard in any order, and only both together say it.
 */
final class Replacing {
    private Replacing() {}

    /** Until the better file comes, nobody has to be told of the episodes of the old one again. */
    static LibraryItem gone(LibraryItem item, Optional<Held> held, Past past) {
        if (held.isEmpty()) {
            return item.with(item.shelf().remembering(past));
        }
        Held old = held.get();
        boolean here = item.shelf().files().stream().anyMatch(file -> file != old && past.isReplacedBy(file));
        return here
                ? Removing.after(item, item.shelf().without(old).remembering(past.settled()), false)
                : item.with(item.shelf().replacing(old).remembering(past));
    }

    /** The better file is on the shelf. */
    static LibraryItem came(LibraryItem item, Held better) {
        return item.shelf().gone().stream().anyMatch(past -> past.isReplacedBy(better))
                ? Removing.after(item, item.shelf().settled(better), false)
                : item;
    }
}
