package conveyarr.events;

/** Something that has happened. An event is told once, by one service, and never changed. */
public sealed interface DomainEvent
        permits RequestEvent, AcquisitionEvent, DownloadEvent, LibraryEvent, NotificationEvent, HealthEvent {
    Subject about();

    /** The name on the wire. */
    default String wireName() {
        return EventCatalog.wireName(getClass());
    }
}
