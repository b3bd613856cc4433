package conveyarr.acquisition.in;

import conveyarr.acquisition.AcquisitionFlow;
import conveyarr.acquisition.Acquisitions;
import conveyarr.acquisition.core.Kept;
import conveyarr.acquisition.core.Signal;
import conveyarr.events.MediaId;
import conveyarr.flow.Alone;
import conveyarr.flow.InOrder;
import conveyarr.flow.Turn;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.ArrApp.ListedTitle;
import conveyarr.upstream.UpstreamTrouble;
import conveyarr.upstream.Upstreams;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Compares what we follow with the whole list of every *arr, because the hooks of a title that comes or goes are sent once, and whoever removes
 * an artist or an author names none of the works. A list that lacks most of what we follow is that of another program, or of one that has lost its database,
 * and removes nothing.
 */
@ApplicationScoped
class ListPoll {
    private static final Logger LOGGER = Logger.getLogger(ListPoll.class);
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Upstreams upstreams;
    private final Acquisitions acquisitions;
    private final Additions additions;
    private final Alone poll;
    private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();

    private record Verdict(boolean known, Instant at) {}

    private record Compared(List<Kept> kept, List<ListedTitle> titles) {}

    ListPoll(AcquisitionFlow flow, Upstreams upstreams, Acquisitions acquisitions) {
        this.upstreams = upstreams;
        this.acquisitions = acquisitions;
        this.additions = new Additions(flow, acquisitions);
        this.poll = new Alone(flow, "list");
    }

    @Scheduled(
            every = "{conveyarr.acquisition.list-every:1h}",
            delayed = "{conveyarr.acquisition.list-delay:20s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return poll.each(upstreams.all(ArrApp.class), ArrApp::name, (arr, turn) -> compare(arr, turn));
    }

    private Uni<Void> compare(ArrApp arr, Turn turn) {
        Instant asked = Instant.now();
        return compared(arr, Compared::new)
                .chain(found -> InOrder.each(gone(found.kept(), found.titles()), acquisitions::handle)
                        .chain(() -> additions.tell(arr.name(), found.titles(), asked, turn)));
    }

    /** Whether the program lists at least half of what we follow there, so that a title which it does not list was removed. Asked at most every few seconds. */
    Uni<Boolean> isWhatWeKnow(ArrApp arr) {
        Verdict last = verdicts.get(arr.name());
        Instant now = Instant.now();
        return last != null && last.at().plus(FRESH).isAfter(now)
                ? Uni.createFrom().item(last.known())
                : compared(arr, (kept, titles) -> !isAnother(kept, titles, missing(kept, titles)))
                        .onFailure(UpstreamTrouble.class)
                        .recoverWithItem(false)
                        .invoke(known -> verdicts.put(arr.name(), new Verdict(known, now)));
    }

    /** What we follow is read first, so that what is added meanwhile is not missed in the list. */
    private <T> Uni<T> compared(ArrApp arr, BiFunction<List<Kept>, List<ListedTitle>, T> judge) {
        return acquisitions.listed(arr.name()).chain(kept -> arr.titles().map(titles -> judge.apply(kept, titles)));
    }

    static List<Signal> gone(List<Kept> kept, List<ListedTitle> titles) {
        List<Kept> missing = missing(kept, titles);
        return isAnother(kept, titles, missing)
                ? List.of()
                : missing.stream()
                        .flatMap(one -> Unlisted.since(one, Instant.now()).stream())
                        .<Signal>map(removed -> removed)
                        .toList();
    }

    private static List<Kept> missing(List<Kept> kept, List<ListedTitle> titles) {
        Set<MediaId> there = titles.stream().map(ListedTitle::media).collect(Collectors.toSet());
        return kept.stream().filter(one -> !there.contains(one.media())).toList();
    }

    private static boolean isAnother(List<Kept> kept, List<ListedTitle> titles, List<Kept> missing) {
        boolean another = !missing.isEmpty() && (titles.isEmpty() || missing.size() * 2 > kept.size());
        if (another) {
            LOGGER.warnf(
                    "list.passed-over titles=%d followed=%d missing=%d", titles.size(), kept.size(), missing.size());
        }
        return another;
    }
}
