package conveyarr.download.in;

import conveyarr.download.DownloadFlow;
import conveyarr.download.Downloads;
import conveyarr.download.Gates;
import conveyarr.download.core.Kept;
import conveyarr.download.core.Signal.Missing;
import conveyarr.download.core.Signal.Seen;
import conveyarr.download.core.gate.Gate;
import conveyarr.events.DownloadId;
import conveyarr.flow.Alone;
import conveyarr.flow.InOrder;
import conveyarr.flow.Turn;
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
    private final DownloadFlow flow;
    private final Upstreams upstreams;
    private final Downloads downloads;
    private final Alone poll;
    private final Gates gates;
    private final Changes changes;
    private final Absences absences = new Absences();
    private final Listeners listeners = new Listeners();
    private final Silences silences;
    private final Inspections inspections = new Inspections();

    TransferPoll(DownloadFlow flow, Upstreams upstreams, Downloads downloads, Gates gates) {
        this.flow = flow;
        this.gates = gates;
        this.upstreams = upstreams;
        this.downloads = downloads;
        this.changes = new Changes(downloads.patience());
        this.silences = new Silences(gates, downloads);
        this.poll = new Alone(flow, "transfers");
    }

    @Scheduled(every = "{conveyarr.download.poll-every:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return poll.each(upstreams.all(DownloadClient.class), DownloadClient::name, this::look);
    }

    /** A client that does not answer says nothing about its downloads: only a full answer can make one missing, and only several do. */
    Uni<Void> look(DownloadClient client, Turn turn) {
        return client.look()
                .onFailure()
                .call(() -> silent(new Round(flow, client, turn, Instant.now())))
                .chain(look -> downloads.unfinished(client.name()).chain(unfinished -> {
                    var round = new Round(flow, client, turn, Instant.now());
                    return gate(round, look, unfinished)
                            .chain(gate -> handle(round, watched(look, gate)))
                            .chain(() -> missing(round, look.transfers(), unfinished));
                }));
    }

    private Uni<Gate> gate(Round round, DownloadClient.Look look, List<Kept> unfinished) {
        var client = round.client();
        return gates.of(round.name())
                .chain(gate -> listeners.port(client, gate, round.now()))
                .map(port -> new Stands.Beside(port, gates.tempo(client, look)))
                .map(beside -> Stands.of(look, unfinished, beside, round.now()))
                .chain(seen -> round.inTurn(() -> gates.look(round.name(), seen)));
    }

    private Uni<Void> silent(Round round) {
        return silences.another(round)
                .invoke(held -> {
                    if (held) {
                        changes.forgetUnfinished(round.name());
                    }
                })
                .replaceWithVoid();
    }

    private static List<Watched> watched(DownloadClient.Look look, Gate gate) {
        boolean slowed = gate.doubts().stand().slowed();
        return look.transfers().stream()
                .map(transfer -> new Watched(transfer, gate.holdOf(transfer.hash(), Stands.paused(transfer)), slowed))
                .toList();
    }

    private Uni<Void> handle(Round round, List<Watched> all) {
        return due(round, all).chain(due -> InOrder.eachPossible(due, watched -> seen(round, watched))
                .invoke(() -> due.forEach(watched -> changes.handled(round.name(), watched, round.now()))));
    }

    /** What has changed; and what somebody waits for, because its grab may have come after it was seen, and under another of its ids. */
    private Uni<List<Watched>> due(Round round, List<Watched> all) {
        var changed = Set.copyOf(changes.of(round.name(), all, round.now()));
        return downloads.awaited().map(Set::copyOf).map(awaited -> all.stream()
                .filter(watched ->
                        changed.contains(watched) || ids(watched.transfer()).anyMatch(awaited::contains))
                .toList());
    }

    private Uni<Void> seen(Round round, Watched watched) {
        Transfer transfer = watched.transfer();
        var id = new DownloadId(round.name(), transfer.hash());
        return inspections
                .of(round.client(), transfer, round.now())
                .map(inspection ->
                        new Seen(round.now(), id, Looks.at(transfer, inspection), watched.hold(), watched.slowed()))
                .chain(seen -> downloads
                        .keptAs(transfer.hash(), transfer.aliases())
                        .chain(kept -> downloads.observe(kept, round.occurrence(kept), seen)));
    }

    private Uni<Void> missing(Round round, List<Transfer> transfers, List<Kept> unfinished) {
        Set<String> there = transfers.stream().flatMap(TransferPoll::ids).collect(Collectors.toSet());
        return InOrder.eachPossible(absences.gone(round.name(), unfinished, there), kept -> {
            var missing = new Missing(round.now(), kept.download());
            return round.inTurn(() -> downloads.observe(kept.id(), round.occurrence(kept.id()), missing));
        });
    }

    private static Stream<String> ids(Transfer transfer) {
        return Stream.concat(Stream.of(transfer.hash()), transfer.aliases().stream());
    }
}
