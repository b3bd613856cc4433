package conveyarr.acquisition.core;

import conveyarr.events.Episodes;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;

/**
 * One download of a title: the earliest moment at which it was spoken of, and how far it is known to have come. The same release may be
 * grabbed again after it was removed; {@code time} counts that from 1. Of a series, {@code parts} are what it holds; {@code generation} is that of
 * the title, as far as it is known.
 */
public record Attempt(
        String download, int time, Instant at, Step step, Rows rows, Optional<Episodes> parts, Generation generation) {
    static final Comparator<Attempt> IN_TIME =
            Comparator.comparing(Attempt::at).thenComparing(Attempt::download).thenComparing(Attempt::time);

    /** A row of an earlier version knows none of these. */
    public Attempt {
        time = Math.max(1, time);
        rows = rows == null ? Rows.NONE : rows;
        parts = parts == null ? Optional.empty() : parts;
        generation = generation == null ? Generation.UNKNOWN : generation;
    }

    private Attempt(String download, int time, Instant at, Step step, Rows rows) {
        this(download, time, at, step, rows, Optional.empty(), Generation.UNKNOWN);
    }

    /** In this order, so that an earlier step that is told later changes nothing. */
    public enum Step {
        GRABBED,
        BLOCKED,
        FAILED,
        IMPORTED
    }

    /** What the *arr's history has of it: the row of its grab and that row's own time, the row of its end, and when it was imported. */
    public record Rows(
            Optional<Long> grab, Optional<Instant> grabAt, Optional<Long> end, Optional<Instant> importedAt) {
        static final Rows NONE = new Rows(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        Rows and(Rows other) {
            return new Rows(
                    grab.or(other::grab),
                    grabAt.or(other::grabAt),
                    end.or(other::end),
                    importedAt.or(other::importedAt));
        }
    }

    static Attempt of(String download, int time, Instant at, Step step) {
        return new Attempt(download, time, at, step, Rows.NONE);
    }

    static Attempt imported(String download, int time, Instant at) {
        var rows = new Rows(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(at));
        return new Attempt(download, time, at, Step.IMPORTED, rows);
    }

    boolean open() {
        return step.compareTo(Step.FAILED) < 0;
    }

    boolean is(Attempt other) {
        return download.equals(other.download) && time == other.time;
    }

    /** Whether both say which episodes they hold, and none is the same. */
    boolean isOfOtherParts(Attempt other) {
        return parts.isPresent()
                && other.parts.isPresent()
                && Collections.disjoint(parts.get().numbers(), other.parts.get().numbers());
    }

    Attempt and(Attempt other) {
        Instant first = at.isBefore(other.at) ? at : other.at;
        Step furthest = step.compareTo(other.step) > 0 ? step : other.step;
        return new Attempt(
                download,
                time,
                first,
                furthest,
                rows.and(other.rows),
                Episodes.both(parts, other.parts),
                generation.or(other.generation));
    }

    Attempt holding(Optional<Episodes> some) {
        return new Attempt(download, time, at, step, rows, some, generation);
    }

    Attempt withRows(Rows more) {
        return new Attempt(download, time, at, step, rows.and(more), parts, generation);
    }

    Attempt in(Generation one) {
        return new Attempt(download, time, at, step, rows, parts, one);
    }
}
