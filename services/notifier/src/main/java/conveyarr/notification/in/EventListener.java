package conveyarr.notification.in;

import conveyarr.events.AcquisitionEvent;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent;
import conveyarr.events.HealthEvent;
import conveyarr.events.LibraryEvent;
import conveyarr.events.RequestEvent;
import conveyarr.flow.wire.EventReader;
import conveyarr.notification.NotificationFlow;
import conveyarr.notification.Notifications;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears everything that the other services tell; which of it people are told is for the Announcer to say. */
@ApplicationScoped
class EventListener {
    private final NotificationFlow flow;
    private final Notifications notifications;

    EventListener(NotificationFlow flow, Notifications notifications) {
        this.flow = flow;
        this.notifications = notifications;
    }

    @Incoming("notification-requests")
    Uni<Void> onRequest(ConsumerRecords<String, byte[]> records) {
        return hear(records, RequestEvent.class);
    }

    @Incoming("notification-acquisitions")
    Uni<Void> onAcquisition(ConsumerRecords<String, byte[]> records) {
        return hear(records, AcquisitionEvent.class);
    }

    @Incoming("notification-downloads")
    Uni<Void> onDownload(ConsumerRecords<String, byte[]> records) {
        return hear(records, DownloadEvent.class);
    }

    @Incoming("notification-library")
    Uni<Void> onLibrary(ConsumerRecords<String, byte[]> records) {
        return hear(records, LibraryEvent.class);
    }

    @Incoming("notification-health")
    Uni<Void> onHealth(ConsumerRecords<String, byte[]> records) {
        return hear(records, HealthEvent.class);
    }

    private <E extends DomainEvent> Uni<Void> hear(ConsumerRecords<String, byte[]> records, Class<E> family) {
        return flow.receiveAll(
                records,
                record -> EventReader.read(record, family),
                received -> notifications.hear(received, Instant.now()));
    }
}
