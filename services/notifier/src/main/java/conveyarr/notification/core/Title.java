package conveyarr.notification.core;

import conveyarr.events.AcquisitionEvent;
import conveyarr.events.AcquisitionEvent.AcquisitionStarted;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent;
import conveyarr.events.HealthEvent;
import conveyarr.events.LibraryEvent;
import conveyarr.events.NotificationEvent;
import conveyarr.events.RequestEvent;
import conveyarr.events.RequestEvent.MediaRequested;
import java.util.Optional;

/** What people call a movie, a series, an album or a book. */
public record Title(String name, Optional<Integer> year) {

    /** The title that an event brings; only two of them bring one. The media id, or nothing, in its place is no title. */
    public static Optional<Title> in(DomainEvent event) {
        return brought(event)
                .filter(title -> !title.name().isBlank()
                        && !title.name().equals(event.about().key()));
    }

    private static Optional<Title> brought(DomainEvent event) {
        return switch (event) {
            case MediaRequested e -> Optional.of(new Title(e.title(), e.year()));
            case AcquisitionStarted e -> Optional.of(new Title(e.title(), e.year()));
            case RequestEvent _, AcquisitionEvent _, DownloadEvent _ -> Optional.empty();
            case LibraryEvent _, HealthEvent _, NotificationEvent _ -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return name + year.map(" (%d)"::formatted).orElse("");
    }
}
