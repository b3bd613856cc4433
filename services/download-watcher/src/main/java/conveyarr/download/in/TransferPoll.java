package conveyarr.download.in;

import conveyarr.download.DownloadFlow;
import conveyarr.download.Downloads;
import conveyarr.download.core.Signal.Missing;
import conveyarr.download.core.Signal.Seen;
import conveyarr.events.DownloadId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Alone;
import conveyarr.flow.InOrder;
import conveyarr.upstream.DownloadClient;
import conveyarr.upstream.DownloadClient.Transfer;
import conveyarr.upstream.Upstreams;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at every download client and hands on what has changed since the last look. */
@ApplicationScoped
class TransferPoll {
    private final Upstreams upstreams;
    private final Downloads downloads;
    private final Alone poll;
    private final Changes changes = new Changes();

    TransferPoll(DownloadFlow flow, Upstreams upstreams, Downloads downloads) {
        this.upstreams = upstreams;
        this.downloads = downloads;
        this.poll = new Alone(flow, "transfers");
    }

    @Scheduled(every = "{conveyarr.download.poll-every:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return poll.each(upstreams.all(DownloadClient.class), DownloadClient::name, (client, _) -> look(client));
    }

    /** A client that does not answer says nothing about its downloads: only a full answer can make one missing. */
    Uni<Void> look(DownloadClient client) {
        return client.transfers().chain(transfers -> {
            Instant now = Instant.now();
            return due(client, transfers, now)
                    .chain(due -> InOrder.eachPossible(due, transfer -> seen(client, transfer, now))
                            .invoke(() -> due.forEach(transfer -> changes.handled(client.name(), transfer, now))))
                    .chain(() -> missing(client, transfers, now));
        });
    }

    /** What has changed; and what somebody waits for, because its grab may have come after it was seen, and under another of its ids. */
    private Uni<List<Transfer>> due(DownloadClient client, List<Transfer> transfers, Instant now) {
        var changed = Set.copyOf(changes.of(client.name(), transfers, now));
        return downloads.awaited().map(Set::copyOf).map(awaited -> transfers.stream()
                .filter(transfer -> changed.contains(transfer) || ids(transfer).anyMatch(awaited::contains))
                .toList());
    }

    private Uni<Void> seen(DownloadClient client, Transfer transfer, Instant now) {
        var id = new DownloadId(client.name(), transfer.hash());
        return downloads
                .keptAs(transfer.hash(), transfer.aliases())
                .chain(kept -> downloads.observe(kept, look(client, kept, now), new Seen(now, id, Looks.at(transfer))));
    }

    private Uni<Void> missing(DownloadClient client, List<Transfer> transfers, Instant now) {
        Set<String> there = transfers.stream().flatMap(TransferPoll::ids).collect(Collectors.toSet());
        return downloads
                .unfinished(client.name())
                .map(unfinished -> unfinished.stream()
                        .filter(kept -> !there.contains(kept.download().hash()))
                        .toList())
                .chain(gone -> InOrder.eachPossible(
                        gone,
                        kept -> downloads.observe(
                                kept.id(), look(client, kept.id(), now), new Missing(now, kept.download()))));
    }

    private static Stream<String> ids(Transfer transfer) {
        return Stream.concat(Stream.of(transfer.hash()), transfer.aliases().stream());
    }

    private static Occurrence look(DownloadClient client, String id, Instant now) {
        return Occurrence.at(now, Via.POLL, client.name(), NaturalKey.of("look", id, now.toEpochMilli()));
    }
}
