package conveyarr.download.in;

import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Remembers how each transfer of the last answer looked when it was last handled, so that hundreds of resting torrents cost nothing. What an
 * answer does not hold is forgotten, because it is another life when it comes back. Lost at a restart, which only means that everything is
 * looked at once more.
 */
final class Changes {
    /** One that should move is handed on at least this often, so that a stall is noticed. */
    private static final Duration AT_LEAST = Duration.ofSeconds(15);

    private final Map<String, Map<String, Last>> clients = new ConcurrentHashMap<>();

    private record Last(Transfer transfer, Instant handledAt) {}

    /** {@code transfers} is a full answer. */
    List<Transfer> of(String client, List<Transfer> transfers, Instant now) {
        var last = last(client);
        last.keySet().retainAll(transfers.stream().map(Transfer::hash).collect(Collectors.toSet()));
        return transfers.stream()
                .filter(transfer -> matters(last.get(transfer.hash()), transfer, now))
                .toList();
    }

    void handled(String client, Transfer transfer, Instant now) {
        last(client).put(transfer.hash(), new Last(transfer, now));
    }

    private Map<String, Last> last(String client) {
        return clients.computeIfAbsent(client, _ -> new ConcurrentHashMap<>());
    }

    private static boolean matters(Last before, Transfer transfer, Instant now) {
        if (before == null || !before.transfer().addedAt().equals(transfer.addedAt())) {
            return true;
        }
        var was = before.transfer().progress();
        var is = transfer.progress();
        boolean changed = was.phase() != is.phase() || was.bytesDone() != is.bytesDone();
        boolean due =
                is.phase() != Phase.DONE && before.handledAt().plus(AT_LEAST).isBefore(now);
        return changed || due;
    }
}
