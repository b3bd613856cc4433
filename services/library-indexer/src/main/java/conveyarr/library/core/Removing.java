package conveyarr.library.core;

import static conveyarr.flow.Effect.publish;
import static conveyarr.flow.Next.next;

import conveyarr.events.Episodes;
import conveyarr.events.LibraryEvent.FileDeleted;
import conveyarr.events.LibraryEvent.FileRenamed;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import conveyarr.library.core.Call.Confirm;
import conveyarr.library.core.LibraryItem.*;
import conveyarr.library.core.Shelf.Past;
import conveyarr.library.core.Signal.Deleted;
import conveyarr.library.core.Signal.Emptied;
import conveyarr.library.core.Signal.Gone;
import conveyarr.library.core.Signal.Renamed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what the end of a file means, and its new name. A file that an *arr found gone may be on a disk that is not mounted: it is only told as
 * deleted when the *arr sees the folder around it. The state itself makes hook and history one: a file goes once.
 */
record Removing(Wishes wishes) {
    private static final String UPGRADE = "upgrade";
    private static final String MISSING = "missing";
    private static final String BY_HAND = "by-hand";

    Next<LibraryItem> on(LibraryItem item, Deleted d) {
        String instance = d.occurrence().source();
        var held = held(item.shelf(), d);
        if (held.isEmpty()
                && item.shelf()
                        .remembers(instance, d.file().path(), d.occurrence().at())) {
            return next(item);
        }
        if (d.file().reason().equals(MISSING) && !d.confirmed()) {
            return next(item, new Confirm(d));
        }
        var past = new Past(instance, d.file().path(), d.occurrence().at(), held.flatMap(Held::episodes));
        return d.file().reason().equals(UPGRADE)
                ? next(Replacing.gone(item, held, past), told(d, held, false))
                : removed(item, d, held, past.settled());
    }

    private Next<LibraryItem> removed(LibraryItem item, Deleted d, Optional<Held> held, Past past) {
        var shelf = held.map(file -> item.shelf().without(file))
                .orElse(item.shelf())
                .remembering(past);
        boolean last =
                shelf.files().isEmpty() && (held.isPresent() || d.media().kind().equals("movie"));
        var scanned = wishes.add(shelf, d.media(), Paths.folder(d.file().path()), d.occurrence());
        return next(after(item, scanned, last), told(d, held, last));
    }

    /** Each of the files that the *arr had then. */
    Next<LibraryItem> on(LibraryItem item, Emptied e) {
        LibraryItem now = item;
        var effects = new ArrayList<Effect>();
        for (Held file : item.shelf().files()) {
            var gone = new Gone(file.path(), BY_HAND, file.episodes());
            var deleted = new Deleted(e.occurrence(), e.media(), gone, true);
            if (held(now.shelf(), deleted).isPresent()) {
                var next = on(now, deleted);
                effects.addAll(next.effects());
                now = next.state();
            }
        }
        return next(now, effects);
    }

    private static Optional<Held> held(Shelf shelf, Deleted d) {
        return shelf.files().stream()
                .filter(file -> file.is(d.occurrence().source(), d.file().path()))
                .filter(file -> !file.at().isAfter(d.occurrence().at().plus(Shelf.SAME_MOMENT)))
                .findFirst();
    }

    static LibraryItem after(LibraryItem item, Shelf shelf, boolean nothingLeft) {
        return switch (item) {
            case Unknown u -> u;
            case Removed r -> r.with(shelf);
            case Available a -> nothingLeft ? emptied(a.covered(), shelf) : a.with(shelf);
            case Waiting w -> nothingLeft ? emptied(w.life().covered(), shelf) : less(w, shelf);
        };
    }

    /** What comes after that is told from its beginning. */
    private static Removed emptied(Map<String, Instant> covered, Shelf shelf) {
        return new Removed(covered, shelf.with(Progress.NONE));
    }

    /** Nobody waits for an episode whose file is gone. */
    private static LibraryItem less(Waiting w, Shelf shelf) {
        var rest = w.lacking().stream()
                .filter(part -> part.number().isEmpty()
                        || shelf.files().stream()
                                .anyMatch(file -> file.holds(part.number().get())))
                .toList();
        return rest.isEmpty()
                ? new Available(Optional.empty(), w.life().covered(), shelf)
                : w.with(rest).with(shelf);
    }

    private static Effect told(Deleted d, Optional<Held> held, boolean nothingLeft) {
        Occurrence seen = d.occurrence();
        String which =
                held.map(file -> String.valueOf(file.id())).orElse(d.file().path());
        Optional<Episodes> episodes =
                held.flatMap(Held::episodes).or(() -> d.file().episodes());
        var event = new FileDeleted(
                d.media(), seen.source(), d.file().path(), d.file().reason(), nothingLeft, episodes);
        var key = NaturalKey.of("deleted", d.media(), which);
        var one = Occurrence.at(seen.at(), seen.via(), seen.source(), key);
        return publish(event, seen.past() ? one.asPast() : one);
    }

    Next<LibraryItem> on(LibraryItem item, Renamed r) {
        var told = new FileRenamed(r.media(), r.occurrence().source(), r.from(), r.path());
        var shelf = item.shelf()
                .withFiles(file -> file.is(r.occurrence().source(), r.from())
                        ? new Held(file.instance(), file.id(), r.path(), file.episodes(), file.at())
                        : file);
        var scanned = wishes.add(shelf, r.media(), Paths.folder(r.path()), r.occurrence());
        return next(renamed(item.with(scanned), r), List.of(publish(told, r.occurrence())));
    }

    private static LibraryItem renamed(LibraryItem item, Renamed r) {
        return item instanceof Waiting w
                ? w.with(w.lacking().stream()
                        .map(part -> part.file().equals(r.from()) ? new Part(part.number(), r.path()) : part)
                        .toList())
                : item;
    }
}
