package conveyarr.download.in;

import conveyarr.download.DownloadFlow;
import conveyarr.download.Downloads;
import conveyarr.download.Gates;
import conveyarr.download.core.Kept;
import conveyarr.download.core.Signal.Missing;
import conveyarr.download.core.Signal.Seen;
import conveyarr.download.core.gate.Gate;
import conveyarr.download.core.gate.GateSignal.ClientSilent;
import conveyarr.events.DownloadEvent.HoldReason;
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
    private final Gates gates;
    private final Changes changes = new Changes();
    private final Listeners listeners = new Listeners();
    private final Inspections inspections = new Inspections();

    TransferPoll(DownloadFlow flow, Upstreams upstreams, Downloads downloads, Gates gates) {
        this.gates = gates;
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
        return client.look().onFailure().call(() -> silent(client)).chain(look -> downloads
                .unfinished(client.name())
                .chain(unfinished -> {
                    Instant now = Instant.now();
                    return gate(client, look, unfinished, now)
                            .chain(gate -> round(client, watched(look, gate), now))
                            .chain(() -> missing(client, look.transfers(), unfinished, now));
                }));
    }

    private Uni<Gate> gate(DownloadClient client, DownloadClient.Look look, List<Kept> unfinished, Instant now) {
        return gates.of(client.name())
                .chain(gate -> listeners.port(client, gate, now))
                .chain(port -> gates.look(
                        client.name(),
                        Stands.of(look, unfinished, new Stands.Beside(port, gates.tempo(client, look)), now)));
    }

    private Uni<Void> silent(DownloadClient client) {
        return gates.of(client.name())
                .chain(gate -> gate.holds().containsKey(HoldReason.CLIENT_UNREACHABLE)
                        ? Uni.createFrom().voidItem()
                        : gates.observe(client.name(), new ClientSilent(Instant.now())));
    }

    private static List<Watched> watched(DownloadClient.Look look, Gate gate) {
        boolean slowed = gate.doubts().stand().slowed();
        return look.transfers().stream()
                .map(transfer -> new Watched(transfer, gate.holdOf(transfer.hash(), Stands.paused(transfer)), slowed))
                .toList();
    }

    private Uni<Void> round(DownloadClient client, List<Watched> all, Instant now) {
        return due(client, all, now).chain(due -> InOrder.eachPossible(due, watched -> seen(client, watched, now))
                .invoke(() -> due.forEach(watched -> changes.handled(client.name(), watched, now))));
    }

    /** What has changed; and what somebody waits for, because its grab may have come after it was seen, and under another of its ids. */
    private Uni<List<Watched>> due(DownloadClient client, List<Watched> all, Instant now) {
        var changed = Set.copyOf(changes.of(client.name(), all, now));
        return downloads.awaited().map(Set::copyOf).map(awaited -> all.stream()
                .filter(watched ->
                        changed.contains(watched) || ids(watched.transfer()).anyMatch(awaited::contains))
                .toList());
    }

    private Uni<Void> seen(DownloadClient client, Watched watched, Instant now) {
        Transfer transfer = watched.transfer();
        var id = new DownloadId(client.name(), transfer.hash());
        return inspections
                .of(client, transfer, now)
                .map(inspection -> new Seen(now, id, Looks.at(transfer, inspection), watched.hold(), watched.slowed()))
                .chain(seen -> downloads
                        .keptAs(transfer.hash(), transfer.aliases())
                        .chain(kept -> downloads.observe(kept, look(client, kept, now), seen)));
    }

    private Uni<Void> missing(DownloadClient client, List<Transfer> transfers, List<Kept> unfinished, Instant now) {
        Set<String> there = transfers.stream().flatMap(TransferPoll::ids).collect(Collectors.toSet());
        var gone = unfinished.stream()
                .filter(kept -> !there.contains(kept.download().hash()))
                .toList();
        return InOrder.eachPossible(
                gone,
                kept -> downloads.observe(kept.id(), look(client, kept.id(), now), new Missing(now, kept.download())));
    }

    private static Stream<String> ids(Transfer transfer) {
        return Stream.concat(Stream.of(transfer.hash()), transfer.aliases().stream());
    }

    private static Occurrence look(DownloadClient client, String id, Instant now) {
        return Occurrence.at(now, Via.POLL, client.name(), NaturalKey.of("look", id, now.toEpochMilli()));
    }
}
