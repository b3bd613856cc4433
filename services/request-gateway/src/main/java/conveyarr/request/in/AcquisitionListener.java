package conveyarr.request.in;

import conveyarr.events.AcquisitionEvent;
import conveyarr.events.AcquisitionEvent.HandOverWanted;
import conveyarr.flow.Received;
import conveyarr.request.RequestFlow;
import conveyarr.request.Requests;
import conveyarr.request.core.Signal.Late;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears that an *arr does not have what was approved, and notes what came of hooks. */
@ApplicationScoped
class AcquisitionListener {
    private final RequestFlow flow;
    private final Requests requests;
    private final OutcomeListener outcomes;

    AcquisitionListener(RequestFlow flow, Requests requests, OutcomeListener outcomes) {
        this.flow = flow;
        this.requests = requests;
        this.outcomes = outcomes;
    }

    @Incoming("request-acquisitions")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return flow.receiveRaw(record, outcomes::note)
                .chain(() -> flow.receive(record, AcquisitionEvent.class, this::on));
    }

    /** All else is told by those who own it. */
    private Uni<Void> on(Received<AcquisitionEvent> received) {
        return received.event() instanceof HandOverWanted wanted
                ? requests.late(new Late(wanted.request(), received.occurrence(), wanted.attempt()))
                : Uni.createFrom().voidItem();
    }
}
