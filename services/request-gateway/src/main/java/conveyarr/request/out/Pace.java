package conveyarr.request.out;

import java.time.Duration;

/**
 * Lets the mover give way while the door is busy: what waits on the disk is safe, what waits at the door may be given up by its sender. For
 * one thread.
 */
final class Pace {
    /** Hooks a second; more than any stack sends for longer than a moment, and less than the mover can do beside the door. */
    private static final long BUSY = 2_000;
    /** How much longer than its work the mover rests. */
    private static final int REST = 3;

    private static final Duration LONGEST = Duration.ofSeconds(1);

    private long appended;
    private long start;

    void begin(long appendedBefore, long nanos) {
        this.appended = appendedBefore;
        this.start = nanos;
    }

    /** How long to rest after a batch. Not at all when the disk fills up. */
    Duration rest(long appendedNow, long nanos, boolean isHalfFull) {
        long worked = Math.max(1, nanos - start);
        boolean isBusy = (appendedNow - appended) * 1_000_000_000L / worked > BUSY;
        Duration rest = Duration.ofNanos(worked * REST);
        if (!isBusy || isHalfFull) {
            return Duration.ZERO;
        }
        return rest.compareTo(LONGEST) < 0 ? rest : LONGEST;
    }
}
