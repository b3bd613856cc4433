package conveyarr.download.in;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import conveyarr.download.Downloads;
import conveyarr.download.Gates;
import conveyarr.download.RuleSettings;
import conveyarr.download.core.Download.Unclaimed;
import conveyarr.download.core.Kept;
import conveyarr.download.core.Known;
import conveyarr.download.core.gate.Gate;
import conveyarr.events.DownloadEvent.HoldReason;
import conveyarr.events.DownloadId;
import conveyarr.upstream.DownloadClient;
import conveyarr.upstream.DownloadClient.Look;
import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Transfer;
import conveyarr.upstream.HookLine;
import conveyarr.upstream.Standing;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All downloads of all clients; a client that does not answer takes only the live figures of its own away. */
@Singleton
class Listing {
    private final Upstreams upstreams;
    private final Downloads downloads;
    private final Gates gates;
    private final RuleSettings rules;

    Listing(Upstreams upstreams, Downloads downloads, Gates gates, RuleSettings rules) {
        this.upstreams = upstreams;
        this.downloads = downloads;
        this.gates = gates;
        this.rules = rules;
    }

    /** {@code dryRun}: stuck downloads are only told. */
    record All(List<DownloadView> items, Totals totals, List<ClientView> clients, boolean dryRun) {}

    /** {@code rate} in bytes a second; {@code states} counts the downloads by their state. */
    record Totals(int downloads, long rate, long bytesLeft, Map<String, Long> states) {
        static Totals of(List<DownloadView> items) {
            var figures = items.stream().map(DownloadView::figures).toList();
            return new Totals(
                    items.size(),
                    figures.stream().mapToLong(f -> f.rate().orElse(0L)).sum(),
                    figures.stream().mapToLong(f -> f.bytesLeft().orElse(0L)).sum(),
                    items.stream().collect(groupingBy(DownloadView::state, TreeMap::new, counting())));
        }
    }

    /** What keeps the downloads of a client back, and since when; {@code paused} by us; {@code slowed}: it goes slowly on purpose. */
    record ClientView(String name, Map<HoldReason, Instant> holds, int paused, boolean slowed, boolean answers) {}

    /** By client; empty when {@code hooks} is no http address. */
    Optional<Map<String, List<HookLine>>> hookLines(String hooks) {
        if (!hooks.matches("https?://[A-Za-z0-9.:_\\[\\]-]+(/[A-Za-z0-9._/-]*)?")) {
            return Optional.empty();
        }
        var lines = new TreeMap<String, List<HookLine>>();
        for (DownloadClient client : upstreams.all(DownloadClient.class)) {
            lines.put(client.name(), client.hookLines(URI.create(hooks.replaceAll("/$", "") + "/" + client.name())));
        }
        return Optional.of(lines);
    }

    Uni<All> all() {
        return looks().chain(looks -> downloads.all().chain(known -> clients(looks)
                .map(clients -> {
                    Map<DownloadId, Transfer> live = new HashMap<>();
                    looks.forEach((client, look) -> look.transfers()
                            .forEach(transfer -> live.put(new DownloadId(client, transfer.hash()), transfer)));
                    var items = known.stream()
                            .flatMap(one -> view(one, live).stream())
                            .toList();
                    return new All(
                            items, Totals.of(items), clients, rules.rules().dryRun());
                })));
    }

    private Uni<Map<String, Look>> looks() {
        var empty = new Look(List.of(), Standing.UNKNOWN);
        return Multi.createFrom()
                .iterable(upstreams.all(DownloadClient.class))
                .onItem()
                .transformToUniAndConcatenate(client ->
                        client.look().onFailure().recoverWithItem(empty).map(look -> Map.entry(client.name(), look)))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Uni<List<ClientView>> clients(Map<String, Look> looks) {
        return Multi.createFrom()
                .iterable(looks.keySet())
                .onItem()
                .transformToUniAndConcatenate(client -> gates.of(client).map(gate -> view(client, gate)))
                .collect()
                .asList();
    }

    private static ClientView view(String client, Gate gate) {
        boolean answers = !gate.holds().containsKey(HoldReason.CLIENT_UNREACHABLE);
        return new ClientView(
                client, gate.sorted(), gate.ours().size(), gate.doubts().stand().slowed(), answers);
    }

    /** What nobody asked for is shown only while it is one of ours by its category and unfinished. */
    private Optional<DownloadView> view(Known known, Map<DownloadId, Transfer> live) {
        Optional<DownloadId> id = known.download() instanceof Unclaimed unclaimed
                ? Optional.of(unclaimed.last().id())
                : Kept.inClient(known.download());
        Optional<Transfer> transfer = id.map(live::get);
        boolean foreign = known.download() instanceof Unclaimed
                && transfer.filter(t -> t.facts().ours() && t.progress().phase() != Phase.DONE)
                        .isEmpty();
        boolean isProtected = transfer.filter(t -> rules.rules().protects(Looks.at(t, Optional.empty())))
                .isPresent();
        return foreign
                ? Optional.empty()
                : Optional.of(DownloadView.of(known, id.map(DownloadId::client).orElse(""), transfer, isProtected));
    }
}
