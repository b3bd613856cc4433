package conveyarr.notification.core;

import conveyarr.events.AcquisitionEvent;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent;
import conveyarr.events.HealthEvent;
import conveyarr.events.LibraryEvent;
import conveyarr.events.NotificationEvent;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestEvent;
import conveyarr.notification.core.Notification.Text;
import java.util.Optional;

/** Says what people are told of an event, if anything: the ends and the troubles of a request are told, the steps between are not. */
public final class Announcer {
    private final Rules rules;

    public Announcer(Rules rules) {
        this.rules = rules;
    }

    /** {@code title} is what the subject of the event is called, when we know. */
    public Optional<Notification> announce(DomainEvent event, Occurrence occurrence, Optional<Title> title) {
        return rules.silences(event)
                ? Optional.empty()
                : Optional.ofNullable(text(event, Wording.name(event.about(), title)))
                        .map(text -> new Notification(
                                occurrence.id(), event.about(), event.wireName(), occurrence.at(), text));
    }

    /** Null for an event that is not worth telling. */
    private static Text text(DomainEvent event, String name) {
        return switch (event) {
            case RequestEvent e -> RequestTexts.of(e, name);
            case AcquisitionEvent e -> AcquisitionTexts.of(e, name);
            case DownloadEvent e -> DownloadTexts.of(e, name);
            case LibraryEvent e -> LibraryTexts.of(e, name);
            case HealthEvent e -> HealthTexts.of(e, name);
            case NotificationEvent _ -> null;
        };
    }
}
