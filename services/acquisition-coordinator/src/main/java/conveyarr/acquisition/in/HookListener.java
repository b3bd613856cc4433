package conveyarr.acquisition.in;

import conveyarr.acquisition.AcquisitionFlow;
import conveyarr.acquisition.Acquisitions;
import conveyarr.acquisition.core.Signal;
import conveyarr.flow.Hook;
import conveyarr.flow.InOrder;
import conveyarr.flow.LifeBook;
import conveyarr.upstream.ArrLives;
import conveyarr.upstream.HookReader.Reading;
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
    private final LifeBook lives;
    private final Acquisitions acquisitions;

    HookListener(AcquisitionFlow flow, Upstreams upstreams, Acquisitions acquisitions) {
        this.flow = flow;
        this.upstreams = upstreams;
        this.lives = new LifeBook(flow);
        this.acquisitions = acquisitions;
    }

    @Incoming("acquisition-hooks")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return flow.receiveHook(record, hook -> signals(hook).chain(told -> InOrder.each(told, acquisitions::handle)));
    }

    private Uni<List<Signal>> signals(Hook hook) {
        return upstreams
                .hooks(hook.instance())
                .map(reader -> reader.read(hook.instance(), hook.receivedAt(), hook.body()))
                .map(Reading::sightings)
                .filter(seen -> !seen.isEmpty())
                .map(seen -> lives.of(hook.instance()).map(now -> Signals.of(ArrLives.placed(now, seen))))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }
}
