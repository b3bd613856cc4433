package conveyarr.library.in;

import conveyarr.events.Lives;
import conveyarr.flow.Errand;
import conveyarr.flow.InOrder;
import conveyarr.flow.LifeBook;
import conveyarr.library.LibraryFlow;
import conveyarr.library.LibraryItems;
import conveyarr.upstream.ArrLives;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes what became of files out of the hooks of the *arr instances. */
@ApplicationScoped
class HookListener {
    private final LibraryFlow flow;
    private final Upstreams upstreams;
    private final LifeBook lives;
    private final LibraryItems items;

    HookListener(LibraryFlow flow, Upstreams upstreams, LibraryItems items) {
        this.flow = flow;
        this.upstreams = upstreams;
        this.lives = new LifeBook(flow);
        this.items = items;
    }

    @Incoming("library-hooks")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return flow.receiveHooks(records, hook -> upstreams
                .hooks(hook.instance())
                .map(reader -> reader.read(hook.instance(), hook.receivedAt(), hook.body()))
                .map(read -> errand(hook.instance(), read.sightings()))
                .orElse(Errand.NONE));
    }

    /** Which of the upstream's lives it is does not matter for what it is about. */
    private Errand errand(String instance, List<Sighting> seen) {
        var about = Signals.of(ArrLives.placed(Lives.FIRST, seen)).stream()
                .map(signal -> signal.media().key())
                .collect(Collectors.toSet());
        return about.isEmpty()
                ? Errand.NONE
                : new Errand(about, () -> lives.of(instance)
                        .chain(now -> InOrder.each(Signals.of(ArrLives.placed(now, seen)), items::handle)));
    }
}
