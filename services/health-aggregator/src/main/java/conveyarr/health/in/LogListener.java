package conveyarr.health.in;

import conveyarr.events.DomainEvent;
import conveyarr.flow.Received;
import conveyarr.health.EventLog;
import conveyarr.health.HealthFlow;
import conveyarr.health.timeline.Entry;
import conveyarr.health.timeline.Entry.Place;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        var place = new Place(record.topic(), record.partition(), record.offset());
        return flow.receive(record, DomainEvent.class, received -> log.keep(entry(received, place)));
    }

    private static Entry entry(Received<DomainEvent> received, Place place) {
        return new Entry(received.event(), received.occurrence(), received.recordedAt(), received.cause(), place);
    }
}
