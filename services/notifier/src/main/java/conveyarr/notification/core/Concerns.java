package conveyarr.notification.core;

import conveyarr.events.AcquisitionEvent;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent;
import conveyarr.events.HealthEvent;
import conveyarr.events.LibraryEvent;
import conveyarr.events.NotificationEvent;
import conveyarr.events.RequestEvent;
import java.util.Optional;

/** Says what an event is to people; one file a family. The words are in {@code conveyarr/notification/texts}. */
public final class Concerns {
    private Concerns() {}

    /** Empty for what the notifier itself tells. */
    public static Optional<Concern> of(DomainEvent event) {
        return switch (event) {
            case RequestEvent e -> Optional.of(RequestConcerns.of(e));
            case AcquisitionEvent e -> Optional.of(AcquisitionConcerns.of(e));
            case DownloadEvent e -> Optional.of(DownloadConcerns.of(e));
            case LibraryEvent e -> Optional.of(LibraryConcerns.of(e));
            case HealthEvent e -> Optional.of(HealthConcerns.of(e));
            case NotificationEvent _ -> Optional.empty();
        };
    }
}
