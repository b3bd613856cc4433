package conveyarr.download.in;

import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Progress;
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
    /** One that should move and does not is handed on at least this often, so that a stall is noticed. */
    private static final Duration AT_LEAST = Duration.ofSeconds(15);

    /** And one that moves this often, so that hundreds that run do not cost a transaction each at every look; with little patience more often. */
    private static final Duration WHILE_IT_MOVES = Duration.ofMinutes(1);

    private final Duration patience;
    private final Map<String, Map<String, Last>> clients = new ConcurrentHashMap<>();

    /** {@code patience}: after so long without progress a download is stalled. */
    Changes(Duration patience) {
        this.patience = patience;
    }

    private record Last(Watched watched, Instant handledAt) {}

    /** {@code transfers} is a full answer. */
    List<Watched> of(String client, List<Watched> transfers, Instant now) {
        var last = last(client);
        last.keySet()
                .retainAll(transfers.stream()
                        .map(watched -> watched.transfer().hash())
                        .collect(Collectors.toSet()));
        return transfers.stream()
                .filter(watched -> matters(last.get(watched.transfer().hash()), watched, now))
                .toList();
    }

    void handled(String client, Watched watched, Instant now) {
        last(client).put(watched.transfer().hash(), new Last(watched, now));
    }

    /** All that is unfinished is looked at anew, however little time has passed. */
    void forgetUnfinished(String client) {
        last(client)
                .values()
                .removeIf(last -> last.watched().transfer().progress().phase() != Phase.DONE);
    }

    private Map<String, Last> last(String client) {
        return clients.computeIfAbsent(client, _ -> new ConcurrentHashMap<>());
    }

    private static long tenth(Progress progress) {
        return progress.bytes() <= 0 ? 0 : progress.bytesDone() * 10 / progress.bytes();
    }

    /** A done transfer does not wait, so that a hold that comes or goes is nothing to thousands that seed. */
    private boolean matters(Last before, Watched watched, Instant now) {
        if (before == null
                || !before.watched()
                        .transfer()
                        .addedAt()
                        .equals(watched.transfer().addedAt())) {
            return true;
        }
        var was = before.watched().transfer().progress();
        var is = watched.transfer().progress();
        if (is.phase() != Phase.DONE && !before.watched().hold().equals(watched.hold())) {
            return true;
        }
        boolean changed = was.phase() != is.phase() || tenth(was) != tenth(is);
        Duration most = was.bytesDone() == is.bytesDone() ? AT_LEAST : WHILE_IT_MOVES;
        Duration rest = most.compareTo(patience.dividedBy(4)) < 0 ? most : patience.dividedBy(4);
        boolean due = is.phase() != Phase.DONE && before.handledAt().plus(rest).isBefore(now);
        return changed || due;
    }
}
