package conveyarr.notification.core;

import conveyarr.notification.core.Delivery.Letter;
import java.time.Instant;

/** What makes a delivery move. */
public sealed interface Signal {
    /** Something is to be told; {@code seenAt} is when we first saw it. */
    record Announced(Letter letter, Instant seenAt) implements Signal {}

    /** Something is on purpose not told. */
    record Silenced(Letter letter, String reason, Instant seenAt) implements Signal {}

    /** The call is about to send. */
    record Claiming(int attempt, Instant now, OnDoubt policy) implements Signal {}

    /** The call has sent. */
    record Answered(int attempt, Receipt receipt, Instant now, OnDoubt policy) implements Signal {}

    /** A person wants it sent again, whatever became of it. */
    record AskedAgain(Instant now) implements Signal {}

    /** Time has passed. */
    record ClockTicked(Instant now) implements Signal {}
}
