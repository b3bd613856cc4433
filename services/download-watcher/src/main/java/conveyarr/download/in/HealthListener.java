package conveyarr.download.in;

import conveyarr.download.DownloadFlow;
import conveyarr.download.Gates;
import conveyarr.download.core.gate.GateSignal.VpnTold;
import conveyarr.events.HealthEvent;
import conveyarr.events.HealthEvent.ComponentBecameUnstable;
import conveyarr.events.HealthEvent.ComponentCameBack;
import conveyarr.events.HealthEvent.ComponentDegraded;
import conveyarr.events.HealthEvent.ComponentRecovered;
import conveyarr.events.HealthEvent.ComponentWentDown;
import conveyarr.events.HealthEvent.ForwardedPortChanged;
import conveyarr.events.HealthEvent.VpnBecameUnstable;
import conveyarr.events.HealthEvent.VpnDropped;
import conveyarr.events.HealthEvent.VpnNetworkLost;
import conveyarr.events.HealthEvent.VpnNetworkRestored;
import conveyarr.events.HealthEvent.VpnRestartOrdered;
import conveyarr.events.HealthEvent.VpnRestored;
import conveyarr.events.HealthEvent.VpnSeen;
import conveyarr.events.HealthEvent.VpnState;
import conveyarr.flow.InOrder;
import conveyarr.flow.Received;
import conveyarr.upstream.DownloadClient;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Tells the gates of all clients behind the VPN how the VPN is. */
@ApplicationScoped
class HealthListener {
    private final DownloadFlow flow;
    private final Gates gates;
    private final List<String> behindVpn;

    HealthListener(DownloadFlow flow, Gates gates, Upstreams upstreams) {
        this.flow = flow;
        this.gates = gates;
        this.behindVpn = upstreams.all(DownloadClient.class).stream()
                .map(DownloadClient::name)
                .filter(upstreams::isBehindVpn)
                .toList();
    }

    @Incoming("download-health")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return flow.receive(record, HealthEvent.class, this::on);
    }

    private Uni<Void> on(Received<HealthEvent> received) {
        Instant at = received.occurrence().at();
        return switch (received.event()) {
            case VpnSeen e -> tell(received, new VpnTold(at, e.state(), e.publicAddress(), e.forwardedPorts()));
            case VpnDropped _ -> tell(received, new VpnTold(at, VpnState.DOWN, Optional.empty(), List.of()));
            case VpnRestored e -> tell(received, new VpnTold(at, VpnState.UP, e.publicAddress(), e.forwardedPorts()));
            // The heartbeat says the same; what a program answers is for its own poll to find out.
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

    private Uni<Void> tell(Received<HealthEvent> received, VpnTold told) {
        return InOrder.each(behindVpn, client -> gates.handle(client, received.occurrence(), told));
    }
}
