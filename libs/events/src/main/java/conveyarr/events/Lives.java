package conveyarr.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The lives of an upstream's database. One that was reset or restored gives its numbers once more, and what happens then must not be taken for
 * what had them before. {@code begun} has for each later life the moment after which happenings belong to it; {@code row} is the highest
 * number seen in the history of this life, and {@code at} the time up to which it was seen. Times are the upstream's own.
 */
public record Lives(List<Instant> begun, long row, Instant at) {
    public static final Lives FIRST = new Lives(List.of(), 0, Instant.EPOCH);
    /** Rows of one moment may be written out of order. */
    private static final Duration ONE_MOMENT = Duration.ofSeconds(5);

    /**
     * A number that is not above all others and yet is younger than they are has been given twice. A highest number that merely went down
     * proves nothing: rows vanish with their title.
     */
    public Lives after(long seen, Instant when) {
        if (seen > row) {
            return new Lives(begun, seen, when.isAfter(at) ? when : at);
        }
        if (!when.isAfter(at.plus(ONE_MOMENT))) {
            return this;
        }
        var all = new ArrayList<>(begun);
        all.add(at);
        return new Lives(List.copyOf(all), seen, when);
    }

    /** In which life something happened, counted from 0. */
    public int epochAt(Instant when) {
        return (int) begun.stream().filter(when::isAfter).count();
    }
}
