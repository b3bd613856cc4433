package conveyarr.notification.core.bundle;

import conveyarr.notification.core.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long events are collected under one key. Either until {@code due}, or until nothing came for {@code pause}, but at most for
 * {@code most}. For {@code editFor} after the message, what comes late makes it grow.
 */
public record Terms(String key, Kind kind, Duration pause, Duration most, Optional<Instant> due, Duration editFor) {
    private static final String QUIET = "quiet|";

    /** Why they are collected. */
    public enum Kind {
        /** Nothing was collected: one event as it came. */
        SINGLE,
        /** Episodes or tracks of one thing. */
        SEASON,
        /** Many of a sort at once. */
        STORM,
        /** The owner wants them once a day. */
        DIGEST,
        /** They came while nobody wanted to hear. */
        QUIET
    }

    /** Each night is a bundle of its own: what one night left over, the next may keep again. */
    public static Terms quiet(Target target, Instant end) {
        return new Terms(
                QUIET + end + "|" + target, Kind.QUIET, Duration.ZERO, Duration.ZERO, Optional.of(end), Duration.ZERO);
    }

    /** When the night ends whose bundle for the target has this key; empty for another bundle. */
    public static Optional<Instant> quietUntil(String key, Target target) {
        String end = "|" + target;
        int from = QUIET.length();
        int to = key.length() - end.length();
        return key.startsWith(QUIET) && key.endsWith(end) && key.indexOf('|', from) == to
                ? Optional.of(Instant.parse(key.substring(from, to)))
                : Optional.empty();
    }

    /** What was collected is told at this time at the latest; {@code due} is how it stood before. */
    Instant due(Instant since, Instant now) {
        Instant latest = since.plus(most);
        Instant calm = now.plus(pause);
        return due.orElse(calm.isBefore(latest) ? calm : latest);
    }
}
