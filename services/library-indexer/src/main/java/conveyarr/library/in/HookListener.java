package conveyarr.library.in;

import conveyarr.flow.Hook;
import conveyarr.flow.InOrder;
import conveyarr.library.LibraryFlow;
import conveyarr.library.LibraryItems;
import conveyarr.library.core.Signal.Imported;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the imports out of the hooks of the *arr instances. */
@ApplicationScoped
class HookListener {
    private final LibraryFlow flow;
    private final Upstreams upstreams;
    private final LibraryItems items;

    HookListener(LibraryFlow flow, Upstreams upstreams, LibraryItems items) {
        this.flow = flow;
        this.upstreams = upstreams;
        this.items = items;
    }

    @Incoming("library-hooks")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return flow.receiveHook(record, hook -> InOrder.each(imports(hook), items::handle));
    }

    private List<Imported> imports(Hook hook) {
        return upstreams
                .hooks(hook.instance())
                .map(reader -> reader.read(hook.instance(), hook.receivedAt(), hook.body()))
                .map(reading -> Imports.of(reading.sightings()))
                .orElse(List.of());
    }
}
