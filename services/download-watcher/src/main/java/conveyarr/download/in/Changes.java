package conveyarr.download.in;

import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers how each transfer looked when it was last handled, so that hundreds of resting torrents cost nothing. Lost at a restart, which
 * only means that everything is looked at once more.
 */
final class Changes {
    /** One that should move is handed on at least this often, so that a stall is noticed. */
    private static final Duration AT_LEAST = Duration.ofSeconds(15);

    private final Map<String, Last> last = new ConcurrentHashMap<>();

    private record Last(Transfer transfer, Instant handledAt) {}

    List<Transfer> of(String client, List<Transfer> transfers, Instant now) {
        return transfers.stream()
                .filter(transfer -> matters(last.get(key(client, transfer)), transfer, now))
                .toList();
    }

    void handled(String client, Transfer transfer, Instant now) {
        last.put(key(client, transfer), new Last(transfer, now));
    }

    private static boolean matters(Last before, Transfer transfer, Instant now) {
        if (before == null) {
            return true;
        }
        var was = before.transfer().progress();
        var is = transfer.progress();
        boolean changed = was.phase() != is.phase() || was.bytesDone() != is.bytesDone();
        boolean due =
                is.phase() != Phase.DONE && before.handledAt().plus(AT_LEAST).isBefore(now);
        return changed || due;
    }

    private static String key(String client, Transfer transfer) {
        return client + "|" + transfer.hash();
    }
}
