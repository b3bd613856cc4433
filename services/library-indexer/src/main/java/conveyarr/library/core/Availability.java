package conveyarr.library.core;

import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.library.core.LibraryItem.Waiting;
import conveyarr.library.core.Signal.Imported;
import conveyarr.library.core.Signal.Listed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The moment at which a title, or some of its episodes, can be watched; it has the same id whoever brought it about. */
final class Availability {
    private static final String ANY_SERVER = "library";
    private static final Duration LONG_AGO = Duration.ofHours(1);

    private Availability() {}

    static Occurrence imported(Imported i, Life life, List<Part> parts) {
        var seen = i.occurrence();
        return new Occurrence(id(i.media(), life, parts), seen.at(), seen.via(), seen.source(), seen.past());
    }

    static Occurrence seen(Waiting w, Listed l, List<Part> parts) {
        return new Occurrence(id(l.media(), w.life(), parts), since(w, l), Via.POLL, l.server(), isPast(w));
    }

    /** It was imported before we first looked, and no look of ours missed it. */
    private static boolean isPast(Waiting w) {
        return w.imported().past() && !w.waited().missed();
    }

    /** An old import that only the history told, and that was there at the first look, is no news of today. */
    private static Instant since(Waiting w, Listed l) {
        Instant imported = w.imported().at();
        Instant now = l.occurrence().at();
        boolean foundLate =
                w.imported().via() != Via.HOOK && imported.plus(LONG_AGO).isBefore(now);
        return foundLate && !w.waited().missed() ? imported : now;
    }

    /** The first time is that of the title; each later one is that of an import, whose id holds instance and file, or that of episodes. */
    private static UUID id(MediaId media, Life life, List<Part> parts) {
        var fields = new ArrayList<Object>(List.of(media));
        life.again().ifPresent(began -> fields.add(began.id()));
        Part.episodes(parts).map(Episodes::codes).ifPresent(codes -> fields.add(String.join(",", codes)));
        return Occurrence.at(Instant.EPOCH, Via.SELF, ANY_SERVER, NaturalKey.of("available", fields.toArray()))
                .id();
    }
}
