package conveyarr.notification;

import conveyarr.notification.core.Delivery.Letter;
import conveyarr.notification.core.Signal;
import conveyarr.notification.core.Signal.Announced;
import conveyarr.notification.core.Signal.Silenced;
import java.time.Instant;

/** What the ledger hears of a letter first: it is told, or on purpose not told. */
record First(Letter letter, Signal signal) {
    /** To be sent as soon as possible, unless it is too old at {@code seenAt}. */
    static First told(Letter letter, Instant seenAt) {
        return new First(letter, new Announced(letter, seenAt));
    }

    /** Written down, and not sent. */
    static First silenced(Letter letter, String reason, Instant seenAt) {
        return new First(letter, new Silenced(letter, reason, seenAt));
    }
}
