package conveyarr.notification.core;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How often and how long we try: {@code pauses} are the waits after the first, second, ... try; when they are used up we give up.
 * {@code grace} is how old a claim must be before we believe that whoever made it is gone.
 */
public record Patience(List<Duration> pauses, Duration grace) {
    /** No receiver may put us off for longer at once. */
    private static final Duration LONGEST = Duration.ofHours(24);

    /** The schedule that Standard Webhooks 1.0 recommends, ten tries in a bit more than three days. */
    public static Patience standard(Duration grace) {
        return new Patience(
                List.of(
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(5),
                        Duration.ofHours(10),
                        Duration.ofHours(14),
                        Duration.ofHours(20),
                        Duration.ofHours(24)),
                grace);
    }

    /** How long to wait after this try, never less than the receiver asked for; empty when it was the last. */
    Optional<Duration> after(int attempt, Optional<Duration> asked) {
        if (attempt > pauses.size()) {
            return Optional.empty();
        }
        Duration own = pauses.get(attempt - 1);
        return Optional.of(asked.filter(wish -> wish.compareTo(own) > 0)
                .map(wish -> wish.compareTo(LONGEST) > 0 ? LONGEST : wish)
                .orElse(own));
    }
}
