package conveyarr.download.core.gate;

import java.time.Duration;
import java.time.Instant;

/**
 * A client that we have slowed down for the hours of little speed.
 *
 * @param before its pace when the hours began, which it gets back; {@code to} is the one that we gave it
 * @param asked when we last said so, {@code times} how often
 */
public record Slow(String before, String to, Step step, Instant since, Instant asked, int times) {
    /** Where it stands between our word and what the client shows. */
    public enum Step {
        SLOWING,
        SLOWED,
        RESTORING,
        /** It was slow already, or somebody has set another pace since: theirs, until the hours are over. */
        LEFT_ALONE
    }

    /** Whether we still want the client to go from the one pace to the other. */
    public boolean wants(String from, String other) {
        return switch (step) {
            case SLOWING -> from.equals(before) && other.equals(to);
            case RESTORING -> from.equals(to) && other.equals(before);
            case SLOWED, LEFT_ALONE -> false;
        };
    }

    Slow at(Step next) {
        return new Slow(before, to, next, since, asked, times);
    }

    Slow asked(Step next, Instant at) {
        return new Slow(before, to, next, since, at, next == step ? times + 1 : 1);
    }

    boolean isLate(Instant now, Duration after) {
        return !asked.plus(after).isAfter(now);
    }
}
