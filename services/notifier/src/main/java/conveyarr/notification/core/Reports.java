package conveyarr.notification.core;

import conveyarr.events.EventId;
import conveyarr.events.NotificationEvent;
import conveyarr.events.NotificationEvent.NotificationFailed;
import conveyarr.events.NotificationEvent.NotificationSent;
import conveyarr.events.NotificationEvent.NotificationSuppressed;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Effect;
import conveyarr.notification.core.Delivery.Letter;
import java.time.Instant;

/** What the other services hear of a delivery. */
final class Reports {
    private Reports() {}

    static Effect sent(Letter letter, Instant now) {
        var n = letter.notification();
        return told(
                letter,
                new NotificationSent(
                        n.about(), n.event(), channel(letter), n.text().title()),
                now);
    }

    static Effect failed(Letter letter, String reason, Instant now) {
        var n = letter.notification();
        return told(letter, new NotificationFailed(n.about(), n.event(), channel(letter), reason), now);
    }

    static Effect suppressed(Letter letter, String reason, Instant now) {
        var n = letter.notification();
        return told(letter, new NotificationSuppressed(n.about(), n.event(), channel(letter), reason), now);
    }

    private static String channel(Letter letter) {
        return letter.target().channel();
    }

    /** The target is part of the id: the same event is told to several. */
    private static Effect told(Letter letter, NotificationEvent event, Instant at) {
        var id = EventId.of(letter.notification().event(), event.wireName() + "|" + letter.target());
        return Effect.publish(event, new Occurrence(id, at, Via.SELF, channel(letter)));
    }
}
