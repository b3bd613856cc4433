package conveyarr.health.in;

import java.time.Duration;
import java.time.Instant;

/** When what was gathered is to be committed: news soon, the past when the topology does it by itself, since each commit takes some milliseconds. */
final class Pace {
    /** How often to ask. */
    static final Duration SOON = Duration.ofMillis(100);

    private static final Duration NEWS = Duration.ofMinutes(1);

    private boolean news;

    void saw(Instant recordedAt, Instant now) {
        news |= recordedAt.plus(NEWS).isAfter(now);
    }

    /** True once after news. */
    boolean isDue() {
        boolean due = news;
        news = false;
        return due;
    }
}
