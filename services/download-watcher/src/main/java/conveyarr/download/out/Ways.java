package conveyarr.download.out;

import conveyarr.download.core.Call.GoAt;
import conveyarr.download.core.Call.Listen;
import conveyarr.upstream.DownloadClient;
import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Transfer;
import conveyarr.upstream.Outcome;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Commands that take more than one call. */
final class Ways {
    /** qBittorrent opens its sockets within a second of the write. */
    private static final Duration REOPENED = Duration.ofMillis(1500);

    private Ways() {}

    static Uni<Outcome> goAt(DownloadClient client, GoAt call) {
        return client.look()
                .chain(look -> look.standing().pace().equals(Optional.of(call.from()))
                        ? client.goAt(call.to())
                        : Uni.createFrom().item(Outcome.DONE));
    }

    /** {@code wanted} are downloads that an *arr waits for, whatever their category; what is nobody's of ours is asked for by its owner. */
    static Uni<Outcome> listen(DownloadClient client, Listen call, Set<String> wanted) {
        int other = call.port() == 65535 ? call.port() - 1 : call.port() + 1;
        Uni<?> first = call.reopen()
                ? client.listenOn(other).onItem().delayIt().by(REOPENED)
                : Uni.createFrom().voidItem();
        return first.chain(() -> client.listenOn(call.port())).chain(outcome -> client.transfers()
                .map(all -> unfinished(all, wanted))
                .chain(hashes -> hashes.isEmpty() ? Uni.createFrom().item(outcome) : client.reannounce(hashes)));
    }

    static Set<String> unfinished(List<Transfer> transfers, Set<String> wanted) {
        return transfers.stream()
                .filter(transfer -> transfer.facts().ours() || wanted.contains(transfer.hash()))
                .filter(transfer -> transfer.progress().phase() != Phase.DONE)
                .map(Transfer::hash)
                .collect(Collectors.toSet());
    }
}
