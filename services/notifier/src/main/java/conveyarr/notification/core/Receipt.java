package conveyarr.notification.core;

import java.time.Duration;
import java.util.Optional;

/** What came of one try to send. The channel says what happened; what follows from it is for {@link Ledger} to decide. */
public sealed interface Receipt {
    /**
     * The receiver said yes; {@code message} is what the channel needs to change the message later, when it can, and {@code said} its own
     * words, which may quote the message.
     */
    record Delivered(Optional<String> message, String said) implements Receipt {
        public Delivered() {
            this(Optional.empty());
        }

        public Delivered(Optional<String> message) {
            this(message, "");
        }

        public Delivered saying(String words) {
            return new Delivered(message, words);
        }

        /** Without the words: this is logged. */
        @Override
        public String toString() {
            return "Delivered" + message.map(id -> " as " + id).orElse("");
        }
    }

    /** It surely did not arrive; {@code after} is how long the receiver wants to be left alone, if it said so. */
    record TryLater(Optional<Duration> after, String reason) implements Receipt {}

    /** It did not arrive, and will not arrive the next time either; with {@code any}, no other message would arrive there either. */
    record Never(String reason, boolean any) implements Receipt {
        public Never(String reason) {
            this(reason, false);
        }
    }

    /** It was sent, and no answer came, or one that leaves open what became of it: it may have arrived. */
    record InDoubt(String reason) implements Receipt {}

    /** It was not sent, since a newer one has taken its place. */
    record Outdated(String reason) implements Receipt {}

    /** Whether the receiver said itself how long it wants to be left alone. */
    default boolean putsOff() {
        return switch (this) {
            case TryLater(var after, var _) -> after.isPresent();
            case Delivered _, Never _, InDoubt _, Outdated _ -> false;
        };
    }

    /** The word for it in the log of tries and in the metrics. */
    default String word() {
        return switch (this) {
            case Delivered _ -> "delivered";
            case TryLater _ -> "later";
            case Never _ -> "never";
            case Outdated _ -> "outdated";
            case InDoubt _ -> Delivery.Attempt.DOUBT;
        };
    }
}
