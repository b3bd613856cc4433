package conveyarr.events;

import java.util.UUID;

/** Told by notifier on {@link Topics#NOTIFICATIONS}; {@code of} is the event that people are told of. */
public sealed interface NotificationEvent extends DomainEvent {
    UUID of();

    String channel();

    @Named("notification.sent.v1")
    record NotificationSent(Subject about, UUID of, String channel, String title) implements NotificationEvent {}

    /** The channel refused for good, or was tried for too long. */
    @Named("notification.failed.v1")
    record NotificationFailed(Subject about, UUID of, String channel, String reason) implements NotificationEvent {}

    /** On purpose not sent, for example because the event is older than a day. */
    @Named("notification.suppressed.v1")
    record NotificationSuppressed(Subject about, UUID of, String channel, String reason) implements NotificationEvent {}
}
