package conveyarr.notification.core;

import conveyarr.notification.core.Receipt.Delivered;
import conveyarr.notification.core.Receipt.InDoubt;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Receipt.Outdated;
import conveyarr.notification.core.Receipt.TryLater;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A place takes no message of ours, whatever it says: the key is wrong or the place is gone, and a person has to look. {@code words} are its last
 * ones, of the time {@code askedAt}; {@code settings} tells those that it was asked with from others. What comes meanwhile waits, as after a
 * connection that failed.
 */
public record Refusal(Instant since, Instant askedAt, String words, String settings) {
    /** Receivers ban who goes on asking (Discord: 10,000 times in 10 minutes). */
    static final Duration PAUSE = Duration.ofMinutes(15);

    /** How it stands after an answer; {@code before} is how it stood. */
    public static Optional<Refusal> after(Optional<Refusal> before, Receipt receipt, String settings, Instant now) {
        return switch (receipt) {
            case Never(var words, var any)
            when any -> Optional.of(new Refusal(before.map(Refusal::since).orElse(now), now, words, settings));
            case Delivered _ -> Optional.empty();
            case Never _, TryLater _, InDoubt _, Outdated _ -> before;
        };
    }

    /** What comes of a message while this stands: it is spared until it is time to ask again. */
    public Optional<Receipt> spared(Instant now) {
        var left = Duration.between(now, askedAt.plus(PAUSE));
        return left.isPositive() ? Optional.of(later(left)) : Optional.empty();
    }

    /** The message that asked again waits like the others. */
    public Receipt on(Receipt receipt) {
        return receipt instanceof Never(var _, var any) && any ? later(PAUSE) : receipt;
    }

    private Receipt later(Duration pause) {
        return new TryLater(Optional.of(pause), "refused since " + since + ": " + words);
    }
}
