package conveyarr.library.core;

import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.library.core.LibraryItem.Waiting;
import conveyarr.library.core.Signal.Imported;
import conveyarr.library.core.Signal.Listed;
import java.time.Duration;
import java.time.Instant;

/** The moment at which a title can be watched; it has the same id whoever brought it about. */
final class Availability {
    private static final String ANY_SERVER = "library";
    private static final Duration LONG_AGO = Duration.ofHours(1);

    private Availability() {}

    static Occurrence imported(Imported i) {
        var seen = i.occurrence();
        return occurrence(i.media(), seen.at(), seen.via(), seen.source());
    }

    static Occurrence seen(Waiting w, Listed l) {
        return occurrence(l.media(), since(w, l), Via.POLL, l.server());
    }

    /** An old import that only the history told, and that was there at the first look, is no news of today. */
    private static Instant since(Waiting w, Listed l) {
        Instant imported = w.imported().at();
        Instant now = l.occurrence().at();
        boolean foundLate =
                w.imported().via() != Via.HOOK && imported.plus(LONG_AGO).isBefore(now);
        return foundLate && !w.missed() ? imported : now;
    }

    private static Occurrence occurrence(MediaId media, Instant at, Via via, String source) {
        var id = Occurrence.at(at, via, ANY_SERVER, NaturalKey.of("available", media))
                .id();
        return new Occurrence(id, at, via, source);
    }
}
