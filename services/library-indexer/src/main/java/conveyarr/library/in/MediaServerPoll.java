package conveyarr.library.in;

import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Alone;
import conveyarr.flow.InOrder;
import conveyarr.library.LibraryFlow;
import conveyarr.library.LibraryItems;
import conveyarr.library.core.LibraryItem.Waiting;
import conveyarr.library.core.Signal;
import conveyarr.library.core.Signal.Listed;
import conveyarr.library.core.Signal.Missing;
import conveyarr.upstream.MediaServer;
import conveyarr.upstream.MediaServer.Item;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.Upstreams;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks every media server for the items that wait; only a server that lists an item itself makes it available. */
@ApplicationScoped
class MediaServerPoll {
    private static final Logger LOGGER = Logger.getLogger(MediaServerPoll.class);

    private final Upstreams upstreams;
    private final LibraryItems items;
    private final Alone poll;
    private final Patience patience = new Patience();

    MediaServerPoll(LibraryFlow flow, Upstreams upstreams, LibraryItems items) {
        this.upstreams = upstreams;
        this.items = items;
        this.poll = new Alone(flow, "items");
    }

    @Scheduled(every = "{conveyarr.library.poll-every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return poll.each(upstreams.all(MediaServer.class), MediaServer::name, (server, _) -> items.waiting()
                .chain(waiting -> lookForAll(server, waiting)));
    }

    /** The first failure ends the round at this server: one that is away would hold up all others for each item. */
    private Uni<Void> lookForAll(MediaServer server, Map<MediaId, Waiting> waiting) {
        patience.keep(server.name(), waiting.keySet());
        Instant now = Instant.now();
        var due = waiting.entrySet().stream()
                .filter(item -> patience.isDue(server.name(), item, now))
                .toList();
        return InOrder.each(due, item -> lookFor(server, item));
    }

    /** An answer that makes no sense concerns this item alone; nothing is concluded from it. */
    private Uni<Void> lookFor(MediaServer server, Entry<MediaId, Waiting> item) {
        MediaId media = item.getKey();
        return server.find(media, item.getValue().title())
                .chain(found -> seen(server, media, found))
                .onFailure(Nonsense.class)
                .invoke(trouble ->
                        LOGGER.warnf("look.failed instance=%s title=%s cause=%s", server.name(), media, trouble))
                .onFailure(Nonsense.class)
                .recoverWithNull()
                .invoke(() -> patience.looked(server.name(), media, Instant.now()));
    }

    private Uni<Void> seen(MediaServer server, MediaId media, Optional<Item> found) {
        Instant now = Instant.now();
        var look = Occurrence.at(now, Via.POLL, server.name(), NaturalKey.of("look", media, now.toEpochMilli()));
        return items.observe(
                look,
                found.<Signal>map(item -> new Listed(look, media, item.id()))
                        .orElseGet(() -> new Missing(now, media, server.name())));
    }
}
