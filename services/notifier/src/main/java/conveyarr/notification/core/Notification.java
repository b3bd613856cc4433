package conveyarr.notification.core;

import conveyarr.events.Subject;
import java.time.Instant;
import java.util.UUID;

/** What people are told of one event: {@code type} is the event's name on the wire, {@code at} is when it happened. */
public record Notification(UUID event, Subject about, String type, Instant at, Text text) {

    /** The same in other words. */
    public Notification saying(Text words) {
        return new Notification(event, about, type, at, words);
    }

    /** The words, in a tone. Whatever they are made of, they are plain and not too long for any channel. */
    public record Text(String title, String body, Tone tone) {
        private static final int LONGEST_TITLE = 200;
        private static final int LONGEST_BODY = 1500;

        public Text {
            title = Plain.line(title, LONGEST_TITLE);
            body = Plain.line(body, LONGEST_BODY);
        }
    }
}
