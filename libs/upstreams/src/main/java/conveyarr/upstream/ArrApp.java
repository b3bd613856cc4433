package conveyarr.upstream;

import conveyarr.events.MediaId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An *arr program: it chooses releases and imports what was downloaded. */
public interface ArrApp extends Upstream {
    /** What its history has since then, oldest first, the given instant included. */
    Uni<List<Sighting>> history(Instant since);

    /** When the oldest row of its history happened; empty when it has none. */
    Uni<Optional<Instant>> oldestInHistory();

    /** Its library; empty when it does not tell. */
    default Optional<ArrShelf> shelf() {
        return Optional.empty();
    }

    /** What waits in its queue for a person. */
    Uni<List<Sighting>> refusedImports();

    /** Its queue and its complaints as they are now. */
    Uni<ArrPresent> present();

    /** The title as it lists it; empty when it does not. */
    Uni<Optional<ListedTitle>> title(MediaId media);

    /**
     * What it has against each release that its indexers offer for the title now; nothing against one that it would take. It asks them all, which
     * takes long and is counted there.
     */
    Uni<List<List<String>>> refusals(MediaId media);

    /** All titles that it lists. */
    Uni<List<ListedTitle>> titles();

    /** Does as told, but only with what is known to be ours; see {@link ArrOrder}. */
    Uni<Outcome> carryOut(ArrOrder order);

    /**
     * A title on its list, under its own {@code number}. {@code released}: there may be releases by now; {@code releasedAt} is when, as far as
     * it is known. {@code complete}: it has all that it wants of it.
     */
    record ListedTitle(
            long number,
            MediaId media,
            boolean monitored,
            boolean released,
            Optional<Instant> releasedAt,
            boolean complete,
            Optional<Addition> added) {
        public ListedTitle(
                long number,
                MediaId media,
                boolean monitored,
                boolean released,
                Optional<Instant> releasedAt,
                boolean complete) {
            this(number, media, monitored, released, releasedAt, complete, Optional.empty());
        }
    }

    /** When a title came onto the list, by the program's own clock; where a hook tells it, so that it can be missed. */
    record Addition(Instant at, Sighting.Title title) {
        /** Empty where the list does not say when, or has no name of it. */
        public static Optional<Addition> of(Instant at, Sighting.Title title) {
            return title.title().isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(at).map(when -> new Addition(when, title));
        }
    }
}
