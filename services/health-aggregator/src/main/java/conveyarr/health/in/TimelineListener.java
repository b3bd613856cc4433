package conveyarr.health.in;

import conveyarr.health.HealthFlow;
import conveyarr.health.Timelines;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return flow.receiveRaw(record, this::keep);
    }

    private Uni<Void> keep(ConsumerRecord<String, byte[]> record) {
        return record.value() == null
                ? Uni.createFrom().voidItem() // timelines are never taken back
                : timelines.keep(record.value(), record.partition(), record.offset());
    }
}
