package conveyarr.simulator.arr;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Radarr's back-off of one connection: five minutes of grace, then longer and longer blocks in which events are lost. */
public final class BackOff {
    private static final List<Duration> PERIODS = List.of(
            Duration.ZERO,
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofMinutes(60));
    private static final Duration GRACE = Duration.ofMinutes(5);
    private static final Duration START_UP = Duration.ofMinutes(15);

    int level;
    Instant firstFailure;
    Instant disabledTill;

    public boolean blocked(Instant now) {
        return disabledTill != null && disabledTill.isAfter(now);
    }

    public void failed(Instant now, Instant startedAt) {
        boolean first = level == 0;
        if (first) {
            firstFailure = now;
            level = 1;
        }
        boolean grace = firstFailure.plus(GRACE).isAfter(now);
        boolean starting = startedAt.plus(START_UP).isAfter(now);
        if (!first && !grace && !starting) {
            level = Math.min(PERIODS.size() - 1, level + 1);
        }
        if (!grace) {
            Duration period = PERIODS.get(level);
            disabledTill = now.plus(starting && period.compareTo(GRACE) > 0 ? GRACE : period);
        }
    }

    /** One success lowers the level by one, but clears the block at once. */
    public void succeeded() {
        if (level > 0) {
            level--;
            disabledTill = null;
        }
    }
}
