package conveyarr.notification.core;

import java.time.Instant;

/** What makes a delivery move. */
public sealed interface Signal {
    /** An event is to be told on a channel; {@code seenAt} is when we first saw it. */
    record Announced(String channel, Notification notification, Instant seenAt) implements Signal {}

    /** The call is about to send. */
    record Claiming(int attempt, Instant now, OnDoubt policy) implements Signal {}

    /** The call has sent. */
    record Answered(int attempt, Receipt receipt, Instant now, OnDoubt policy) implements Signal {}

    /** Time has passed. */
    record ClockTicked(Instant now) implements Signal {}
}
