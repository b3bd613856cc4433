package conveyarr.acquisition.core.handover;

import java.time.Duration;

/**
 * How long to wait.
 *
 * @param after from the approval to the first look
 * @param again between looks while nobody answers, and after Seerr's own word that it failed
 * @param pause after the first try; each further one doubles it
 * @param longest of these pauses
 * @param tries how often one approval is handed on again
 * @param silence how long it is tried to ask somebody
 */
public record Patience(Duration after, Duration again, Duration pause, Duration longest, int tries, Duration silence) {
    private static final int MOST_DOUBLINGS = 20;

    Duration pauseAfter(int tried) {
        Duration doubled = pause.multipliedBy(1L << Math.min(tried - 1, MOST_DOUBLINGS));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
