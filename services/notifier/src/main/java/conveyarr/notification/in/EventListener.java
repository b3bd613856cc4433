package conveyarr.notification.in;

import conveyarr.events.AcquisitionEvent;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent;
import conveyarr.events.HealthEvent;
import conveyarr.events.LibraryEvent;
import conveyarr.events.RequestEvent;
import conveyarr.flow.Received;
import conveyarr.notification.NotificationFlow;
import conveyarr.notification.Notifications;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
        return flow.receive(records, RequestEvent.class, this::hear);
    }

    @Incoming("notification-acquisitions")
    Uni<Void> onAcquisition(ConsumerRecords<String, byte[]> records) {
        return flow.receive(records, AcquisitionEvent.class, this::hear);
    }

    @Incoming("notification-downloads")
    Uni<Void> onDownload(ConsumerRecords<String, byte[]> records) {
        return flow.receive(records, DownloadEvent.class, this::hear);
    }

    @Incoming("notification-library")
    Uni<Void> onLibrary(ConsumerRecords<String, byte[]> records) {
        return flow.receive(records, LibraryEvent.class, this::hear);
    }

    @Incoming("notification-health")
    Uni<Void> onHealth(ConsumerRecord<String, byte[]> record) {
        return flow.receive(record, HealthEvent.class, this::hear);
    }

    private Uni<Void> hear(Received<? extends DomainEvent> received) {
        return notifications.hear(received, Instant.now());
    }
}
