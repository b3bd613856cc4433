package conveyarr.health.timeline;

import conveyarr.events.NotificationEvent;
import conveyarr.events.NotificationEvent.*;

/** What is told of a notification. */
final class NotificationStory {
    private NotificationStory() {}

    static String text(NotificationEvent event) {
        return switch (event) {
            case NotificationSent e -> "Told through " + e.channel() + ": " + Words.quoted(e.title());
            case NotificationFailed e -> e.channel() + " did not take the message: " + Words.quoted(e.reason());
            case NotificationSuppressed e -> "Not sent through " + e.channel() + ": " + e.reason();
        };
    }
}
