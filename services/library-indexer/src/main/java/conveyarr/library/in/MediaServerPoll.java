package conveyarr.library.in;

import conveyarr.events.MediaId;
import conveyarr.flow.Alone;
import conveyarr.flow.InOrder;
import conveyarr.library.LibraryCatalogue;
import conveyarr.library.LibraryFlow;
import conveyarr.library.LibraryItems;
import conveyarr.library.core.LibraryItem.Waiting;
import conveyarr.library.core.Signal.Trouble;
import conveyarr.library.core.Signal.Unanswered;
import conveyarr.library.core.TitleFiles;
import conveyarr.upstream.MediaServer;
import conveyarr.upstream.MediaServer.Item;
import conveyarr.upstream.UpstreamTrouble;
import conveyarr.upstream.UpstreamTrouble.Busy;
import conveyarr.upstream.UpstreamTrouble.Declined;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.UpstreamTrouble.Refused;
import conveyarr.upstream.UpstreamTrouble.Unreachable;
import conveyarr.upstream.Upstreams;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Asks every media server for the items that wait; only a server that lists an item itself makes it available. */
@ApplicationScoped
class MediaServerPoll {
    private static final Logger LOGGER = Logger.getLogger(MediaServerPoll.class);

    private final Upstreams upstreams;
    private final LibraryItems items;
    private final LibraryCatalogue catalogue;
    private final Alone poll;
    private final Patience patience = new Patience();

    MediaServerPoll(LibraryFlow flow, Upstreams upstreams, LibraryItems items, LibraryCatalogue catalogue) {
        this.catalogue = catalogue;
        this.upstreams = upstreams;
        this.items = items;
        this.poll = new Alone(flow, "items");
    }

    @Scheduled(every = "{conveyarr.library.poll-every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return poll.each(upstreams.all(MediaServer.class), MediaServer::name, (server, _) -> items.waiting()
                .map(waiting -> ofItsKinds(server, waiting))
                .chain(waiting -> lookForAll(server, waiting)));
    }

    private static Map<MediaId, Waiting> ofItsKinds(MediaServer server, Map<MediaId, Waiting> waiting) {
        return waiting.entrySet().stream()
                .filter(item -> server.kinds().contains(item.getKey().kind()))
                .collect(Collectors.toMap(Entry::getKey, Entry::getValue));
    }

    /** The first failure ends the round at this server: one that is away would hold up all others for each item. */
    private Uni<Void> lookForAll(MediaServer server, Map<MediaId, Waiting> waiting) {
        patience.keep(server.name(), waiting.keySet());
        Instant now = Instant.now();
        var due = waiting.entrySet().stream()
                .filter(item -> patience.isDue(server.name(), item, now))
                .toList();
        return InOrder.each(due, item -> lookFor(server, item))
                .onFailure(UpstreamTrouble.class)
                .call(trouble -> unanswered(server, waiting, (UpstreamTrouble) trouble));
    }

    /** An answer that makes no sense may concern this item alone: the others are looked for all the same. */
    private Uni<Void> lookFor(MediaServer server, Entry<MediaId, Waiting> item) {
        MediaId media = item.getKey();
        return server.find(Looks.wanted(server, media, item.getValue()))
                .chain(found -> files(found, media).map(known -> Looks.signal(server, item, found, known)))
                .chain(look -> items.observe(Looks.occurrence(server, media), look))
                .onFailure(Nonsense.class)
                .invoke(trouble ->
                        LOGGER.warnf("look.failed instance=%s title=%s cause=%s", server.name(), media, trouble))
                .onFailure(Nonsense.class)
                .recoverWithUni(trouble -> unanswered(server, Map.ofEntries(item), (UpstreamTrouble) trouble))
                .invoke(() -> patience.looked(server.name(), media, Instant.now()));
    }

    /** What the *arr have of a title that the server shows. */
    private Uni<Optional<TitleFiles>> files(Optional<Item> found, MediaId media) {
        return found.isPresent()
                ? catalogue.of(media.value())
                : Uni.createFrom().item(Optional.empty());
    }

    /** What waits for a server that is away, or that something else answers for, is told once it has waited for long. */
    private Uni<Void> unanswered(MediaServer server, Map<MediaId, Waiting> waiting, UpstreamTrouble trouble) {
        Instant now = Instant.now();
        String code = code(trouble);
        var why = new Trouble(code, trouble.getMessage());
        var overdue = waiting.entrySet().stream()
                .filter(item -> items.isOverdue(item.getValue(), code, now))
                .map(Entry::getKey)
                .toList();
        return InOrder.each(
                overdue,
                media ->
                        items.observe(Looks.occurrence(server, media), new Unanswered(now, media, server.name(), why)));
    }

    private static String code(UpstreamTrouble trouble) {
        return switch (trouble) {
            case Refused _ -> "SERVER_REFUSES";
            case Nonsense _ -> "SERVER_ANSWERS_WRONG";
            case Unreachable _, Busy _, Declined _ -> "SERVER_UNREACHABLE";
        };
    }
}
