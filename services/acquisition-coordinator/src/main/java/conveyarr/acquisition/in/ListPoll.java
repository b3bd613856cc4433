package conveyarr.acquisition.in;

import conveyarr.acquisition.AcquisitionFlow;
import conveyarr.acquisition.Acquisitions;
import conveyarr.acquisition.core.Kept;
import conveyarr.acquisition.core.Signal;
import conveyarr.events.MediaId;
import conveyarr.flow.Alone;
import conveyarr.flow.InOrder;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.ArrApp.ListedTitle;
import conveyarr.upstream.Upstreams;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Compares what we follow with the whole list of every *arr: a title that is complete is not looked at otherwise, and whoever removes an artist
 * or an author names none of the works. A list that lacks most of it is that of
 * another program, or of one that has lost its database, and removes nothing.
 */
@ApplicationScoped
class ListPoll {
    private static final Logger LOGGER = Logger.getLogger(ListPoll.class);
    private static final int FEW = 5;

    private final Upstreams upstreams;
    private final Acquisitions acquisitions;
    private final Alone poll;

    ListPoll(AcquisitionFlow flow, Upstreams upstreams, Acquisitions acquisitions) {
        this.upstreams = upstreams;
        this.acquisitions = acquisitions;
        this.poll = new Alone(flow, "list");
    }

    @Scheduled(
            every = "{conveyarr.acquisition.list-every:6h}",
            delayed = "60s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return poll.each(upstreams.all(ArrApp.class), ArrApp::name, (arr, _) -> compare(arr));
    }

    /** What we follow is read first, so that what is added meanwhile is not missed in the list. */
    private Uni<Void> compare(ArrApp arr) {
        return acquisitions.listed(arr.name()).chain(kept -> arr.titles()
                .chain(titles -> InOrder.each(gone(kept, titles), acquisitions::handle)));
    }

    static List<Signal> gone(List<Kept> kept, List<ListedTitle> titles) {
        Set<MediaId> there = titles.stream().map(ListedTitle::media).collect(Collectors.toSet());
        List<Signal> gone = kept.stream()
                .filter(one -> !there.contains(one.media()))
                .flatMap(one -> Unlisted.since(one, Instant.now()).stream())
                .<Signal>map(removed -> removed)
                .toList();
        boolean another = titles.isEmpty() || gone.size() > Math.max(FEW, kept.size() / 2);
        if (another && !gone.isEmpty()) {
            LOGGER.warnf("list.passed over titles=%d missing=%d", titles.size(), gone.size());
        }
        return another ? List.of() : gone;
    }
}
