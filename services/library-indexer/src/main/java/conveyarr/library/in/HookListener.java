package conveyarr.library.in;

import conveyarr.events.Lives;
import conveyarr.flow.Hook;
import conveyarr.flow.InOrder;
import conveyarr.flow.LifeBook;
import conveyarr.library.LibraryFlow;
import conveyarr.library.LibraryItems;
import conveyarr.library.core.Signal.AtArr;
import conveyarr.upstream.ArrLives;
import conveyarr.upstream.HookReader.Reading;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return flow.receiveHook(record, hook -> files(hook).chain(told -> InOrder.each(told, items::handle)));
    }

    private Uni<List<AtArr>> files(Hook hook) {
        return upstreams
                .hooks(hook.instance())
                .map(reader -> reader.read(hook.instance(), hook.receivedAt(), hook.body()))
                .map(Reading::sightings)
                .filter(HookListener::tellsOfFiles)
                .map(seen -> lives.of(hook.instance()).map(now -> Signals.of(ArrLives.placed(now, seen))))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    /** Which of the upstream's lives it was does not matter here, so the database need not be asked. */
    private static boolean tellsOfFiles(List<Sighting> seen) {
        return !Signals.of(ArrLives.placed(Lives.FIRST, seen)).isEmpty();
    }
}
