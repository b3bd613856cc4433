package conveyarr.library.core;

import static conveyarr.flow.Effect.publish;
import static conveyarr.flow.Next.next;

import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.MediaId;
import conveyarr.events.Occurrence;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import conveyarr.library.core.Call.Count;
import conveyarr.library.core.LibraryItem.Available;
import conveyarr.library.core.LibraryItem.Waiting;
import conveyarr.library.core.Signal.Imported;
import conveyarr.library.core.Signal.Listed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was waited for can be watched: as a whole, or of a series the episodes that are there. */
final class Showing {
    private Showing() {}

    /** A look that began before the last import may bring parts that nobody waits for any more. */
    static Next<LibraryItem> on(Waiting w, Listed l) {
        var found = w.lacking().stream()
                .filter(part -> l.found().stream().anyMatch(part::isSameAs))
                .toList();
        if (found.isEmpty()) {
            return next(w);
        }
        var seen = Availability.seen(w, l, found);
        var told = new MediaBecameAvailable(
                l.media(), Optional.of(l.server()), Optional.of(l.item()), Part.episodes(found));
        return next(after(w, l.server(), found), told(w, told, seen, found));
    }

    private static LibraryItem after(Waiting w, String server, List<Part> found) {
        var rest = Part.without(w.lacking(), found);
        var shelf = w.shelf().showing(Part.episodes(found));
        return rest.isEmpty()
                ? new Available(Optional.of(server), w.life().covered(), shelf.keepingWishes(wish -> wish.askedAt()
                        .isEmpty()))
                : w.with(rest).with(shelf);
    }

    /** There is no media server to ask. */
    static Next<LibraryItem> imported(Waiting w, Imported i, List<Effect> effects) {
        var parts = w.lacking();
        var told = new MediaBecameAvailable(i.media(), Optional.empty(), Optional.empty(), Part.episodes(parts));
        var all = new ArrayList<>(effects);
        all.addAll(told(w, told, Availability.imported(i, w.life(), parts), parts));
        var shelf = w.shelf().showing(Part.episodes(parts)).keepingWishes(_ -> false);
        return next(new Available(Optional.empty(), w.life().covered(), shelf), all);
    }

    private static List<Effect> told(Waiting w, MediaBecameAvailable event, Occurrence at, List<Part> parts) {
        MediaId media = event.about();
        Effect publish = publish(event, at);
        var numbers = parts.stream().flatMap(part -> part.number().stream()).toList();
        return numbers.isEmpty()
                ? List.of(publish)
                : List.of(publish, new Count(media, w.imported().source(), numbers, at.id(), at.past()));
    }
}
