package conveyarr.acquisition.in;

import conveyarr.acquisition.AcquisitionFlow;
import conveyarr.acquisition.Acquisitions;
import conveyarr.acquisition.core.Signal;
import conveyarr.flow.Hook;
import conveyarr.flow.InOrder;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Translates the hooks of the *arr instances; those of other programs have nothing for us. */
@ApplicationScoped
class HookListener {
    private final AcquisitionFlow flow;
    private final Upstreams upstreams;
    private final Acquisitions acquisitions;

    HookListener(AcquisitionFlow flow, Upstreams upstreams, Acquisitions acquisitions) {
        this.flow = flow;
        this.upstreams = upstreams;
        this.acquisitions = acquisitions;
    }

    @Incoming("acquisition-hooks")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return flow.receiveHook(record, hook -> InOrder.each(signals(hook), acquisitions::handle));
    }

    private List<Signal> signals(Hook hook) {
        return upstreams
                .hooks(hook.instance())
                .map(reader -> reader.read(hook.instance(), hook.receivedAt(), hook.body()))
                .map(reading -> Signals.of(reading.sightings()))
                .orElse(List.of());
    }
}
