package conveyarr.request.core;

import java.time.Duration;
import java.time.Instant;

/**
 * What we hear of one program that blocks its hooks after failures, and when it has to be woken by a test: once after our start, and when its
 * history has moved and no hook came.
 */
public record Ear(boolean woken, Instant hookAt, Instant missedAt, Instant noticedAt, Instant restUntil) {
    public static final Ear NEW = new Ear(false, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

    /** A hook may come so long before or after what it tells, and what it tells is known to the second only. */
    private static final Duration NEAR = Duration.ofSeconds(60);
    /** Older news is that of another time, which the test after the start has ended. */
    private static final Duration NEWS = Duration.ofHours(1);

    public Ear heard(Instant at) {
        return at.isAfter(hookAt) ? new Ear(woken, at, missedAt, noticedAt, restUntil) : this;
    }

    /** A poll found something that happened then, and no hook had told it. */
    public Ear missed(Instant at, Instant now) {
        boolean silent = isUntold(at) && at.isAfter(now.minus(NEWS));
        boolean first = !isUntold(missedAt);
        return silent ? new Ear(woken, hookAt, at, first ? now : noticedAt, restUntil) : this;
    }

    /** Whether a test is due. {@code grace} is how long a hook may be late. */
    public boolean isDue(boolean blocked, Duration grace, Instant now) {
        boolean silent = isUntold(missedAt) && !now.isBefore(noticedAt.plus(grace));
        return !now.isBefore(restUntil) && (!woken || blocked || silent);
    }

    /** The test arrived. The next one is not sooner than after the rest. */
    public Ear woken(Instant now, Duration rest) {
        return new Ear(true, hookAt, Instant.EPOCH, Instant.EPOCH, now.plus(rest));
    }

    /** The test did not arrive: not again at once. */
    public Ear deaf(Instant now, Duration rest) {
        return new Ear(woken, hookAt, missedAt, noticedAt, now.plus(rest));
    }

    private boolean isUntold(Instant at) {
        return at.isAfter(Instant.EPOCH) && at.minus(NEAR).isAfter(hookAt);
    }
}
