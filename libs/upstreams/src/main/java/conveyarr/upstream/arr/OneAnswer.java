package conveyarr.upstream.arr;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether a history surely fits into one answer: when it is asked for no more than was known a moment ago, or for what is that young itself. A
 * history in which nothing happens for weeks is asked for these weeks at every poll.
 */
final class OneAnswer {
    private static final Duration A_MOMENT = Duration.ofHours(1);

    private Instant since = Instant.MAX;
    private Instant knownAt = Instant.EPOCH;

    synchronized boolean holds(Instant asked, Instant now) {
        return asked.isAfter(now.minus(A_MOMENT)) || !asked.isBefore(since) && isFresh(now);
    }

    /** All since then has been read now. */
    synchronized void known(Instant from, Instant now) {
        since = isFresh(now) && since.isBefore(from) ? since : from;
        knownAt = now;
    }

    private boolean isFresh(Instant now) {
        return knownAt.isAfter(now.minus(A_MOMENT));
    }
}
