package conveyarr.acquisition.in;

import conveyarr.acquisition.AcquisitionFlow;
import conveyarr.acquisition.HandOvers;
import conveyarr.acquisition.core.handover.Signal;
import conveyarr.acquisition.core.handover.Signal.Approved;
import conveyarr.acquisition.core.handover.Signal.Ended;
import conveyarr.acquisition.core.handover.Signal.Failed;
import conveyarr.acquisition.core.handover.Signal.Requested;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestEvent;
import conveyarr.events.RequestEvent.*;
import conveyarr.flow.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears which requests are approved, so that they are looked for in the *arr. */
@ApplicationScoped
class RequestListener {
    private final AcquisitionFlow flow;
    private final HandOvers handOvers;

    RequestListener(AcquisitionFlow flow, HandOvers handOvers) {
        this.flow = flow;
        this.handOvers = handOvers;
    }

    @Incoming("acquisition-requests")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return flow.receive(records, RequestEvent.class, this::on);
    }

    private Uni<Void> on(Received<RequestEvent> received) {
        return signal(received.event(), received.occurrence())
                .map(signal -> handOvers.heard(signal, received.occurrence()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    static Optional<Signal> signal(RequestEvent event, Occurrence heard) {
        return switch (event) {
            case MediaRequested e -> Optional.of(new Requested(e.request(), heard, e.uhd()));
            case RequestApproved e -> Optional.of(new Approved(e.request(), heard, e.about()));
            case RequestFailed e -> Optional.of(new Failed(e.request(), heard, e.about()));
            case RequestDeclined _, RequestWithdrawn _, RequestFulfilled _ ->
                Optional.of(new Ended(event.request(), heard));
            case RequestActionTaken e
            when e.action() == RequestAction.RETRY && e.refusal().isEmpty() ->
                Optional.of(new Approved(e.request(), heard, e.about()));
            // What else we did to a request comes back as what became of it.
            case RequestActionTaken _, HandOverRetried _ -> Optional.empty();
        };
    }
}
