package conveyarr.notification.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How far one notification is on its way to one channel.
 * <pre>
 * Unknown -> Queued -> Claimed -> Sent | Failed | InDoubt
 *    |          ^         v            |        |
 *    v          |'-- Retrying         |        |
 * Suppressed ---'---------------------'--------'  (when a person asks for it)
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

    /** {@code message} is what the channel needs to change it later, when it can. */
    record Sent(Letter letter, Optional<String> message) implements Delivery {}

    record Failed(Letter letter, String reason) implements Delivery {}

    record Suppressed(Letter letter, String reason) implements Delivery {}

    /** It may have arrived, and the channel does not want it sent again. */
    record InDoubt(Letter letter, int attempt, String reason) implements Delivery {}

    /** The event that it tells of, when it is one. */
    default Optional<News> news() {
        return switch (this) {
            case Unknown _ -> Optional.empty();
            case Queued(var letter, var _) -> letter.origin().news();
            case Claimed(var letter, var _, var _) -> letter.origin().news();
            case Retrying(var letter, var _, var _) -> letter.origin().news();
            case Sent(var letter, var _) -> letter.origin().news();
            case Failed(var letter, var _) -> letter.origin().news();
            case Suppressed(var letter, var _) -> letter.origin().news();
            case InDoubt(var letter, var _, var _) -> letter.origin().news();
        };
    }

    /** What is sent where, why, and what came of each try. */
    record Letter(Target target, Notification notification, Origin origin, List<Attempt> attempts) {
        public Letter(Target target, Notification notification, Origin origin) {
            this(target, notification, origin, List.of());
        }

        Letter tried(Attempt attempt) {
            var all = new ArrayList<>(attempts);
            all.add(attempt);
            return new Letter(target, notification, origin, List.copyOf(all));
        }

        public DeliveryId id() {
            return new DeliveryId(notification.event(), target);
        }

        /** The tries since a person last asked for one; the pauses begin anew there. */
        List<Attempt> lately() {
            int asked = attempts.stream()
                    .filter(attempt -> attempt.outcome().equals(Attempt.ASKED))
                    .mapToInt(Attempt::number)
                    .max()
                    .orElse(0);
            return attempts.stream().filter(attempt -> attempt.number() > asked).toList();
        }

        /** How often it was left open, since then, whether it arrived. */
        long doubts() {
            return lately().stream()
                    .filter(attempt -> attempt.outcome().equals(Attempt.DOUBT))
                    .count();
        }

        int tries() {
            return attempts.stream().mapToInt(Attempt::number).max().orElse(0);
        }
    }

    /**
     * {@code news} is the event, for a message of one event; {@code parts} are the events that were put together into a message of several,
     * the first of them where there are {@code others}; {@code change} says which message this one replaces where it can.
     */
    record Origin(Optional<News> news, List<UUID> parts, int others, Optional<Change> change) {
        public Origin(Optional<News> news, List<UUID> parts, Optional<Change> change) {
            this(news, parts, 0, change);
        }

        public static Origin of(News news) {
            return new Origin(Optional.of(news), List.of(), Optional.empty());
        }
    }

    /**
     * {@code outcome} is {@code delivered}, {@code later}, {@code never}, {@code outdated} or {@code doubt}, or {@code asked} for a person who had it sent again
     * after the try with that number; {@code reason} is empty for a success. One that the receiver {@code putOff}, for as long as it said
     * itself, is none of those after which we give up.
     */
    record Attempt(int number, Instant at, String outcome, String reason, boolean putOff) {
        static final String ASKED = "asked";
        static final String DOUBT = "doubt";
    }
}
