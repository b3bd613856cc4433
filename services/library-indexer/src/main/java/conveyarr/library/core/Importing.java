package conveyarr.library.core;

import static conveyarr.flow.Effect.publish;
import static conveyarr.flow.Next.next;

import conveyarr.events.LibraryEvent.FileImported;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import conveyarr.library.core.LibraryItem.*;
import conveyarr.library.core.Signal.Imported;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides what an import means. Every one is told and scanned for, an upgrade of what is available as well; what comes anew, or from another
 * instance, is waited for again; of a series, every episode that people have not been told of.
 */
record Importing(Servers servers, Wishes wishes) {
    Next<LibraryItem> on(LibraryItem before, Imported heard) {
        Imported i = heard.inPlaceOf(before.shelf());
        Held file = Held.of(i);
        var shelf = wishes.add(before.shelf().with(file), i.media(), i.file().folder(), i.occurrence());
        var item = Replacing.came(before.with(shelf), file);
        List<Effect> effects = new ArrayList<>(List.of(publish(told(i), i.occurrence())));
        return switch (item) {
            case Available a -> anew(a, i, effects);
            case Removed r
            when Life.isBegunBy(i, r.covered()) ->
                begun(waiting(i, Life.begunBy(i, r.covered()), Part.of(i), r.shelf()), i, effects);
            case Removed r -> next(r, effects);
            case Waiting w -> more(w, i, effects);
            case Unknown _ -> begun(waiting(i, Life.FIRST.with(i), Part.of(i), fresh(i)), i, effects);
        };
    }

    private Shelf fresh(Imported i) {
        return wishes.add(Shelf.EMPTY.with(Held.of(i)), i.media(), i.file().folder(), i.occurrence());
    }

    private static FileImported told(Imported i) {
        var file = i.file();
        return new FileImported(
                i.media(),
                i.instance(),
                file.id(),
                file.path(),
                file.bytes(),
                file.quality(),
                i.download(),
                file.upgrade(),
                file.episodes());
    }

    private Next<LibraryItem> anew(Available a, Imported i, List<Effect> effects) {
        List<Part> parts = i.file().episodes().isPresent() ? fresh(a.shelf(), i) : again(a, i);
        return parts.isEmpty()
                ? next(a, effects)
                : begun(waiting(i, Life.begunBy(i, a.covered()), parts, a.shelf()), i, effects);
    }

    private static List<Part> fresh(Shelf shelf, Imported i) {
        return Part.of(i).stream().filter(part -> !shelf.shows(part)).toList();
    }

    private static List<Part> again(Available a, Imported i) {
        return Life.isBegunBy(i, a.covered()) ? Part.of(i) : List.of();
    }

    /** The newest import is the one that we wait for. */
    private Next<LibraryItem> more(Waiting w, Imported i, List<Effect> effects) {
        boolean newest = i.after(w.imported());
        var fresh = fresh(w.shelf(), i);
        var parts = newest ? Part.both(w.lacking(), fresh) : Part.both(fresh, w.lacking());
        var life = w.life().with(i);
        return newest || !servers.areThere()
                ? begun(new Waiting(i.title(), i.occurrence(), w.waited(), life, parts, w.shelf()), i, effects)
                : next(w.with(life).with(parts), effects);
    }

    private static Waiting waiting(Imported i, Life life, List<Part> parts, Shelf shelf) {
        return new Waiting(i.title(), i.occurrence(), Wait.NEW, life, parts, shelf);
    }

    /** Without any media server the import is the proof; where there are some, and none for this kind, that is said at once. */
    private Next<LibraryItem> begun(Waiting w, Imported i, List<Effect> effects) {
        if (!servers.areThere()) {
            return Showing.imported(w, i, effects);
        }
        return servers.of(i.media()).isEmpty() ? Overdue.noServer(w, i, effects) : next(w, effects);
    }
}
