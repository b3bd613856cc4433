package conveyarr.health.in;

import conveyarr.events.DomainEvent;
import conveyarr.flow.wire.EventReader;
import conveyarr.health.EventLog;
import conveyarr.health.HealthFlow;
import conveyarr.health.timeline.Entry;
import conveyarr.health.timeline.Entry.Place;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Writes every event of every topic into the log. */
@ApplicationScoped
class LogListener {
    private final HealthFlow flow;
    private final EventLog log;

    LogListener(HealthFlow flow, EventLog log) {
        this.flow = flow;
        this.log = log;
    }

    @Incoming("health-events")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return flow.receiveAll(records, LogListener::entry, log::keep);
    }

    private static Optional<Entry> entry(ConsumerRecord<String, byte[]> record) {
        var place = new Place(record.topic(), record.partition(), record.offset());
        return EventReader.read(record, DomainEvent.class)
                .map(received -> new Entry(
                        received.event(), received.occurrence(), received.recordedAt(), received.cause(), place));
    }
}
