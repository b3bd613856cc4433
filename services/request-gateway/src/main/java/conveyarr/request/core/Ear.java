package conveyarr.request.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What we hear of one program that blocks its hooks after failures, and when it has to be woken by a test: once after our start, and when its
 * history has moved and no hook came.
 */
public record Ear(boolean woken, Instant hookAt, Instant missedAt, Instant noticedAt, Instant restUntil, int deaf) {
    public static final Ear NEW = new Ear(false, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, 0);

    /** The pause grows to 32 times the first one. */
    private static final int MOST_DOUBLINGS = 5;

    /** A hook may come so long before or after what it tells, and what it tells is known to the second only. */
    private static final Duration NEAR = Duration.ofSeconds(60);
    /** Older news is that of another time, which the test after the start has ended. */
    private static final Duration NEWS = Duration.ofHours(1);

    public Ear heard(Instant at) {
        return at.isAfter(hookAt) ? new Ear(woken, at, missedAt, noticedAt, restUntil, deaf) : this;
    }

    /** A poll found something that happened then, and no hook had told it. */
    public Ear missed(Instant at, Instant now) {
        boolean silent = isUntold(at) && at.isAfter(now.minus(NEWS));
        boolean first = !isUntold(missedAt);
        return silent ? new Ear(woken, hookAt, at, first ? now : noticedAt, restUntil, deaf) : this;
    }

    /** Whether a test is due. {@code grace} is how long a hook may be late. */
    boolean isDue(boolean blocked, Duration grace, Instant now) {
        boolean silent = isUntold(missedAt) && !now.isBefore(noticedAt.plus(grace));
        return !now.isBefore(restUntil) && (!woken || blocked || silent);
    }

    /** Which test is due, as the program shows our hook and as the owner wants it. */
    public Wake wake(Seen seen, Duration grace, Instant now) {
        if (!isDue(seen.blocked(), grace, now)) {
            return Wake.NOBODY;
        }
        if (seen.ours()) {
            return Wake.OURS;
        }
        return !woken && seen.choice().isEmpty() ? Wake.EVERYBODY : Wake.NOBODY;
    }

    /** {@code choice} is empty when the owner has chosen nothing yet: a choice tells why no hook of ours is there. */
    public record Seen(boolean ours, boolean blocked, Optional<Choice> choice) {}

    /** Who is sent a test: us, or everybody, where ours may be one that we do not recognise. That reaches the phones of others. */
    public enum Wake {
        NOBODY,
        OURS,
        EVERYBODY
    }

    /** The test arrived. The next one is not sooner than after the rest. */
    public Ear woken(Instant now, Duration rest) {
        return new Ear(true, hookAt, Instant.EPOCH, Instant.EPOCH, now.plus(rest), 0);
    }

    /** The test did not arrive: not again at once, and later each time, for a failure may prolong the block. */
    public Ear deaf(Instant now, Duration rest) {
        Duration pause = rest.multipliedBy(1L << Math.min(deaf, MOST_DOUBLINGS));
        return new Ear(woken, hookAt, missedAt, noticedAt, now.plus(pause), deaf + 1);
    }

    private boolean isUntold(Instant at) {
        return at.isAfter(Instant.EPOCH) && at.minus(NEAR).isAfter(hookAt);
    }
}
