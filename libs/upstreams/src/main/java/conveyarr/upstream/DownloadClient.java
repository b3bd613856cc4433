package conveyarr.upstream;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A program that downloads. */
public interface DownloadClient extends Upstream {
    /** All transfers that it has now. */
    Uni<List<Transfer>> transfers();

    /**
     * One transfer. {@code aliases} are all ids under which an *arr may know it, in the spelling of
     * {@link conveyarr.events.DownloadId#normal}; {@code hash} is the client's own, in the same spelling.
     */
    record Transfer(
            String hash, Set<String> aliases, String name, String category, Progress progress, Instant addedAt) {}

    /** {@code fraction} is 0 to 1 of the selected bytes; {@code word} is the client's own word for the state. */
    record Progress(
            Phase phase, String word, double fraction, long bytes, long bytesDone, Optional<Duration> remaining) {}

    /** What a transfer is doing; {@code DONE} only when all selected bytes are there and checked. */
    enum Phase {
        QUEUED,
        FETCHING_METADATA,
        DOWNLOADING,
        STALLED,
        PAUSED,
        MOVING,
        CHECKING,
        DONE,
        BROKEN
    }
}
