package conveyarr.acquisition.core;

import java.time.Instant;
import java.util.Comparator;

/** One download of a title: the earliest moment at which it was spoken of, and how far it is known to have come. */
public record Attempt(String download, Instant at, Step step) {
    static final Comparator<Attempt> IN_TIME = Comparator.comparing(Attempt::at).thenComparing(Attempt::download);

    /** In this order, so that an earlier step that is told later changes nothing. */
    public enum Step {
        GRABBED,
        BLOCKED,
        FAILED,
        IMPORTED
    }

    boolean open() {
        return step.compareTo(Step.FAILED) < 0;
    }

    Attempt and(Attempt other) {
        Instant first = at.isBefore(other.at) ? at : other.at;
        return new Attempt(download, first, step.compareTo(other.step) > 0 ? step : other.step);
    }
}
