package conveyarr.download.in;

import conveyarr.download.Downloads;
import conveyarr.download.core.Signal.Missing;
import conveyarr.download.core.Signal.Seen;
import conveyarr.events.DownloadId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.upstream.DownloadClient;
import conveyarr.upstream.DownloadClient.Transfer;
import conveyarr.upstream.Upstreams;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Looks at every download client and hands on what has changed since the last look. */
@ApplicationScoped
class TransferPoll {
    private static final Logger LOGGER = Logger.getLogger(TransferPoll.class);

    private final Upstreams upstreams;
    private final Downloads downloads;
    private final Changes changes = new Changes();

    TransferPoll(Upstreams upstreams, Downloads downloads) {
        this.upstreams = upstreams;
        this.downloads = downloads;
    }

    @Scheduled(every = "{conveyarr.download.poll-every:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return forEach(upstreams.all(DownloadClient.class), client -> look(client)
                .onFailure()
                .invoke(trouble -> LOGGER.warnf("poll.failed instance=%s cause=%s", client.name(), trouble))
                .onFailure()
                .recoverWithNull());
    }

    /** A client that does not answer says nothing about its downloads: only a full answer can make one missing. */
    private Uni<Void> look(DownloadClient client) {
        return client.transfers().chain(transfers -> {
            Instant now = Instant.now();
            return forEach(changes.of(client.name(), transfers, now), transfer -> seen(client, transfer, now))
                    .chain(() -> missing(client, transfers, now));
        });
    }

    private Uni<Void> seen(DownloadClient client, Transfer transfer, Instant now) {
        var id = new DownloadId(client.name(), transfer.hash());
        return downloads
                .keptAs(transfer.hash(), transfer.aliases())
                .chain(kept -> downloads.observe(kept, look(client, kept, now), new Seen(now, id, Looks.at(transfer))))
                .invoke(() -> changes.handled(client.name(), transfer, now));
    }

    private Uni<Void> missing(DownloadClient client, List<Transfer> transfers, Instant now) {
        Set<String> there = new HashSet<>();
        transfers.forEach(transfer -> there.add(transfer.hash()));
        return downloads
                .unfinished(client.name())
                .chain(unfinished -> forEach(
                        unfinished.stream()
                                .filter(id -> !there.contains(id.hash()))
                                .toList(),
                        id -> downloads
                                .keptAs(id.hash(), Set.of(id.hash()))
                                .chain(kept ->
                                        downloads.observe(kept, look(client, kept, now), new Missing(now, id)))));
    }

    private static Occurrence look(DownloadClient client, String id, Instant now) {
        return Occurrence.at(now, Via.POLL, client.name(), NaturalKey.of("look", id, now.toEpochMilli()));
    }

    private static <T> Uni<Void> forEach(List<T> items, Function<T, Uni<? extends Void>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(step)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
