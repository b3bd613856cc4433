package conveyarr.library.core;

import java.time.Duration;

/**
 * How long we wait for what: {@code quiet} for further files in the same folder before it is scanned, {@code pause} before the first scan is
 * asked for again, {@code overdue} from the first scan until people are told that something is wrong, {@code recount} until we look again
 * whether a series still lacks something.
 */
public record Limits(Duration quiet, Duration pause, Duration overdue, Duration recount) {
    private static final int MOST_DOUBLINGS = 8;

    Duration pause(int round) {
        return pause.multipliedBy(1L << Math.min(round - 1, MOST_DOUBLINGS));
    }
}
