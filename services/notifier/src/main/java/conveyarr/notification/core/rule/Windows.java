package conveyarr.notification.core.rule;

import java.time.Duration;

/**
 * How long we wait for more of the same: {@code season} for episodes and tracks of one thing, {@code storm} for troubles of one sort. Each
 * waits for {@code pause} after the last, and for {@code most} at most. {@code editFor}: how long a season's message may still grow.
 */
public record Windows(Window season, Window storm, Duration editFor) {
    /** {@code pause} of zero: nothing is waited for. */
    public record Window(Duration pause, Duration most) {}
}
