package conveyarr.notification.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How far one notification is on its way to one channel.
 * <pre>
 * Unknown -> Queued -> Claimed -> Sent | Failed | InDoubt
 *    |          ^         v
 *    v          '--- Retrying
 * Suppressed
 * </pre>
 * {@code Claimed} is committed before the first byte goes out: a claim without an answer means that the message may have arrived.
 */
public sealed interface Delivery {
    /** No event was seen yet. */
    record Unknown() implements Delivery {}

    /** To be sent as soon as possible, as the try with this number. */
    record Queued(Letter letter, int attempt) implements Delivery {}

    /** Being sent since {@code claimedAt}. */
    record Claimed(Letter letter, int attempt, Instant claimedAt) implements Delivery {}

    /** The try with this number did not arrive; the next one is due at {@code dueAt}. */
    record Retrying(Letter letter, int attempt, Instant dueAt) implements Delivery {}

    record Sent(Letter letter) implements Delivery {}

    record Failed(Letter letter, String reason) implements Delivery {}

    record Suppressed(Letter letter, String reason) implements Delivery {}

    /** It may have arrived, and the channel does not want it sent again. */
    record InDoubt(Letter letter, int attempt, String reason) implements Delivery {}

    /** What is sent where, and what came of each try. */
    record Letter(String channel, Notification notification, List<Attempt> attempts) {
        Letter tried(Attempt attempt) {
            var all = new ArrayList<>(attempts);
            all.add(attempt);
            return new Letter(channel, notification, List.copyOf(all));
        }

        DeliveryId id() {
            return new DeliveryId(notification.event(), channel);
        }
    }

    /** {@code outcome} is {@code delivered}, {@code later}, {@code never} or {@code doubt}; {@code reason} is empty for a success. */
    record Attempt(int number, Instant at, String outcome, String reason) {}
}
