package conveyarr.download.in;

import conveyarr.upstream.DownloadClient;
import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Transfer;
import conveyarr.upstream.Inspection;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What only a question about one transfer tells. Asked for those that do not move, each once in ten minutes, one a second in all. */
final class Inspections {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Map<String, Last> known = new ConcurrentHashMap<>();
    private volatile Instant asked = Instant.EPOCH;

    private record Last(Instant at, Optional<Inspection> found) {}

    /** Trouble in asking says nothing; the next look asks again. */
    Uni<Optional<Inspection>> of(DownloadClient client, Transfer transfer, Instant now) {
        String key = client.name() + " " + transfer.hash();
        Phase phase = transfer.progress().phase();
        if (phase != Phase.STALLED && phase != Phase.FETCHING_METADATA && phase != Phase.BROKEN) {
            known.remove(key);
            return Uni.createFrom().item(Optional.empty());
        }
        Last last = known.get(key);
        boolean fresh = last != null && last.at().plus(KEPT).isAfter(now);
        if (fresh || asked.plus(BETWEEN).isAfter(now)) {
            return Uni.createFrom().item(last == null ? Optional.empty() : last.found());
        }
        asked = now;
        return client.inspect(transfer.hash())
                .invoke(found -> known.put(key, new Last(now, found)))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }
}
