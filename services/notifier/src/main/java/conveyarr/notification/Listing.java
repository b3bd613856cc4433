package conveyarr.notification;

import conveyarr.notification.core.Delivery;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What to show of the ledger, newest first: {@code kind} is the name of a state's record, {@code channel} and {@code event} are exact;
 * {@code after} is where the page before ended.
 */
public record Listing(Optional<String> kind, Optional<String> channel, Optional<String> event, Place after, int limit) {

    /** A place in the list. */
    public record Place(Instant seenAt, String id) {
        public static final Place START = new Place(Instant.parse("9999-01-01T00:00:00Z"), "");

        /** Throws {@link IllegalArgumentException} for what is no place. */
        public static Place parse(String text) {
            int bar = text.indexOf('|');
            try {
                Instant seenAt = Instant.parse(text.substring(0, Math.max(bar, 0)));
                if (seenAt.isBefore(Instant.EPOCH) || seenAt.isAfter(START.seenAt) || text.indexOf('\0') >= 0) {
                    throw new IllegalArgumentException("not a place of ours: " + text);
                }
                return new Place(seenAt, text.substring(bar + 1));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("not a place: " + text, e);
            }
        }

        @Override
        public String toString() {
            return seenAt + "|" + id;
        }
    }

    /** A delivery and where it stands. */
    public record Listed(Place place, Delivery delivery) {}
}
