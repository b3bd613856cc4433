package conveyarr.health.in;

import conveyarr.health.HealthFlow;
import conveyarr.health.Timelines;
import conveyarr.health.Timelines.Told;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps every timeline that the topology tells. */
@ApplicationScoped
class TimelineListener {
    private final HealthFlow flow;
    private final Timelines timelines;

    TimelineListener(HealthFlow flow, Timelines timelines) {
        this.flow = flow;
        this.timelines = timelines;
    }

    @Incoming("health-timelines")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return flow.receiveAll(records, TimelineListener::told, timelines::keep);
    }

    /** Timelines are never taken back. */
    private static Optional<Told> told(ConsumerRecord<String, byte[]> record) {
        return Optional.ofNullable(record.value())
                .map(json -> new Told(record.key(), json, record.partition(), record.offset()));
    }
}
