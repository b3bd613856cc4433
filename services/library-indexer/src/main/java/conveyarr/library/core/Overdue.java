package conveyarr.library.core;

import static conveyarr.flow.Effect.publish;
import static conveyarr.flow.Next.next;

import conveyarr.events.LibraryEvent.LibraryOverdue;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import conveyarr.library.core.LibraryItem.Waiting;
import conveyarr.library.core.Signal.Imported;
import conveyarr.library.core.Signal.Outside;
import conveyarr.library.core.Signal.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Tells why something cannot be watched yet, each cause once. */
record Overdue(String server, Instant now, Limits limits) {
    static final String NOT_LISTED = "NOT_LISTED";
    static final String OUTSIDE_LIBRARIES = "OUTSIDE_LIBRARIES";
    static final String NO_SERVER_FOR_KIND = "NO_SERVER_FOR_KIND";

    /** It answers and lists it not: it may still come. */
    Next<LibraryItem> notListed(Waiting w, MediaId media, List<Effect> effects) {
        int asked = w.shelf().wishes().stream()
                .filter(wish -> wish.server().equals(server) && !wish.outside())
                .mapToInt(Wish::round)
                .max()
                .orElse(0);
        String words = "%s was asked %s to look and does not list it".formatted(server, times(asked));
        return asked == 0 ? next(w, effects) : told(w, media, new Trouble(NOT_LISTED, words), effects);
    }

    private static String times(int rounds) {
        return rounds == 1 ? "once" : rounds + " times";
    }

    Next<LibraryItem> told(Waiting w, MediaId media, Trouble trouble, List<Effect> effects) {
        boolean isOverdue = w.waited()
                .since()
                .filter(since -> !since.plus(limits.overdue()).isAfter(now))
                .isPresent();
        var event = new LibraryOverdue(
                media, Optional.of(server), trouble.code(), trouble.words(), false, Part.episodes(w.lacking()));
        return isOverdue ? once(w, event, now, effects) : next(w, effects);
    }

    /** Known at once: nobody who asked for the folder has a library for it. */
    static Next<LibraryItem> outside(Waiting w, Outside o) {
        String server = o.scan().server();
        String words =
                "No library of %s holds %s: add the folder to one, or say where it sees it by conveyarr.upstreams.%s.paths"
                        .formatted(server, o.path(), server);
        var event = new LibraryOverdue(
                o.media(), Optional.of(server), OUTSIDE_LIBRARIES, words, true, Part.episodes(w.lacking()));
        return once(w, event, o.occurrence().at(), List.of());
    }

    /** Known at once: there are media servers, and none can be asked for such a thing. */
    static Next<LibraryItem> noServer(Waiting w, Imported i, List<Effect> effects) {
        String words = "It is in the library of %s; no media server that is set up here can be asked for %s"
                .formatted(
                        i.instance(),
                        "album".equals(i.media().kind())
                                ? "an album"
                                : "a " + i.media().kind());
        var event = new LibraryOverdue(
                i.media(), Optional.empty(), NO_SERVER_FOR_KIND, words, true, Part.episodes(w.lacking()));
        return once(w, event, i.occurrence().at(), effects);
    }

    private static Next<LibraryItem> once(Waiting w, LibraryOverdue event, Instant at, List<Effect> effects) {
        var causes = new HashSet<>(w.waited().told());
        if (!causes.add(event.code())) {
            return next(w, effects);
        }
        var key = NaturalKey.of("overdue", event.about(), w.imported().id(), event.code());
        var seen = Occurrence.at(at, Via.SELF, event.server().orElse("library"), key);
        var all = new ArrayList<>(effects);
        all.add(publish(event, w.imported().past() ? seen.asPast() : seen));
        return next(w.with(w.waited().having(causes)), all);
    }
}
