package conveyarr.notification.core;

import conveyarr.notification.core.Delivery.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How often and how long we try: {@code pauses} are the waits after the first, second, ... try; when they are used up we give up. A try that
 * the receiver put off does not count, as long as the first is not older than all pauses together.
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

    /** Whether whoever made this claim is gone by now. */
    boolean isOver(Instant claimedAt, Instant now) {
        return !now.isBefore(claimedAt.plus(grace));
    }

    /** How long to wait after the last of these tries, never less than the receiver asked for; empty when it was the last of all. */
    Optional<Duration> after(List<Attempt> tries, Optional<Duration> asked, Instant now) {
        long counted = tries.stream().filter(one -> !one.putOff()).count();
        return tries.getLast().putOff()
                ? putOff(asked, Duration.between(tries.getFirst().at(), now))
                : own((int) counted).map(own -> longer(own, asked));
    }

    private Optional<Duration> own(int counted) {
        return counted > pauses.size() ? Optional.empty() : Optional.of(pauses.get(counted - 1));
    }

    /** Who puts us off again and again is asked less and less often. */
    private Optional<Duration> putOff(Optional<Duration> asked, Duration since) {
        Duration all = pauses.stream().reduce(Duration.ZERO, Duration::plus);
        return since.compareTo(all) >= 0
                ? Optional.empty()
                : Optional.of(longer(longer(pauses.getFirst(), Optional.of(since.dividedBy(10))), asked));
    }

    private static Duration longer(Duration own, Optional<Duration> wish) {
        return wish.filter(longer -> longer.compareTo(own) > 0)
                .map(longer -> longer.compareTo(LONGEST) > 0 ? LONGEST : longer)
                .orElse(own);
    }
}
