package conveyarr.health.timeline;

import conveyarr.events.AcquisitionEvent;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent;
import conveyarr.events.HealthEvent;
import conveyarr.events.LibraryEvent;
import conveyarr.events.NotificationEvent;
import conveyarr.events.RequestEvent;
import java.util.function.UnaryOperator;

/** Every event as a sentence for people: what happened, who did it, and the upstream's own words in quotes. */
public final class Story {
    private Story() {}

    /** {@code person} gives the name behind a reference to a person. */
    public static String text(DomainEvent event, UnaryOperator<String> person) {
        return switch (event) {
            case RequestEvent e -> RequestStory.text(e, person);
            case AcquisitionEvent e -> AcquisitionStory.text(e);
            case DownloadEvent e -> DownloadStory.text(e);
            case LibraryEvent e -> LibraryStory.text(e);
            case NotificationEvent e -> NotificationStory.text(e);
            case HealthEvent e -> HealthStory.text(e);
        };
    }
}
