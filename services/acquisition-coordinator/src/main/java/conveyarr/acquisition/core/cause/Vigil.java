package conveyarr.acquisition.core.cause;

import conveyarr.acquisition.core.cause.Evidence.Told;
import java.time.Instant;
import java.util.Optional;

/** Our watch over one title at one *arr: whether it moves, and if not, why. */
public sealed interface Vigil {
    /** Nothing is awaited; {@code again}: of a series or an album, more may be wanted by then. */
    record AtRest(Optional<Instant> again) implements Vigil {}

    /** It is on this leg {@code since}, and is looked at again when {@code dueAt} has come. */
    record Watching(Leg leg, Optional<String> download, Instant since, Instant dueAt, Finding finding)
            implements Vigil {}

    /**
     * What stands in the way: {@code found} when, {@code called} whether a person was told on this leg for its code; {@code told} is
     * download-watcher's word of the download, and {@code offers} what was found when the indexers were last asked.
     */
    record Finding(Optional<Standing> cause, Optional<String> called, Optional<Told> told, Optional<Offers> offers) {
        /** A row of an earlier version has no offers. */
        public Finding {
            offers = offers == null ? Optional.empty() : offers;
        }

        /** A cause that was told is told as gone, whatever comes next. */
        static Finding of(Optional<Standing> cause) {
            return new Finding(cause, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    record Standing(Cause cause, Instant since) {}

    default Optional<Standing> standing() {
        return switch (this) {
            case AtRest _ -> Optional.empty();
            case Watching w -> w.finding().cause();
        };
    }

    default Optional<Told> told() {
        return switch (this) {
            case AtRest _ -> Optional.empty();
            case Watching w -> w.finding().told();
        };
    }

    default Optional<Offers> offers() {
        return switch (this) {
            case AtRest _ -> Optional.empty();
            case Watching w -> w.finding().offers();
        };
    }

    /** When it is to be looked at, whatever happens. */
    default Optional<Instant> due() {
        return switch (this) {
            case AtRest rest -> rest.again();
            case Watching w -> Optional.of(w.dueAt());
        };
    }
}
