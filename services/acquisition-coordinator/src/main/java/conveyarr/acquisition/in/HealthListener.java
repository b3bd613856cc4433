package conveyarr.acquisition.in;

import conveyarr.acquisition.AcquisitionFlow;
import conveyarr.acquisition.Vigils;
import conveyarr.events.HealthEvent;
import conveyarr.events.HealthEvent.*;
import conveyarr.flow.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears how the VPN is, which indexers may be behind. */
@ApplicationScoped
class HealthListener {
    private final AcquisitionFlow flow;
    private final Vigils vigils;

    HealthListener(AcquisitionFlow flow, Vigils vigils) {
        this.flow = flow;
        this.vigils = vigils;
    }

    @Incoming("acquisition-health")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return flow.receive(record, HealthEvent.class, this::on);
    }

    private Uni<Void> on(Received<HealthEvent> received) {
        return switch (received.event()) {
            case VpnSeen e -> tell(received, e.state() == VpnState.DOWN);
            case VpnDropped _ -> tell(received, true);
            case VpnRestored _ -> tell(received, false);
            // Whether a program answers we find out by asking it.
            case ForwardedPortChanged _,
                    VpnBecameUnstable _,
                    VpnNetworkLost _,
                    VpnNetworkRestored _,
                    VpnRestartOrdered _,
                    ComponentWentDown _,
                    ComponentCameBack _,
                    ComponentDegraded _,
                    ComponentRecovered _,
                    ComponentBecameUnstable _ -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> tell(Received<HealthEvent> received, boolean down) {
        return vigils.tell(received.event().about().name(), received.occurrence(), down);
    }
}
