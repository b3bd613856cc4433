package conveyarr.download.core;

import conveyarr.events.DownloadId;
import conveyarr.events.MediaId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a download can be told: that it was asked for, or what a poll sees of it. */
public sealed interface Signal {
    Instant at();

    /** An *arr handed it to a client, for this title. */
    record Grabbed(Instant at, MediaId media) implements Signal {}

    /** The client has it, like this. */
    record Seen(Instant at, DownloadId id, Look look) implements Signal {}

    /** The client does not have it any more. */
    record Missing(Instant at, DownloadId id) implements Signal {}

    /** {@code addedAt} tells one life of a hash in a client from the next. */
    record Look(String name, Condition condition, String word, Amount amount, Instant addedAt) {
        int percent() {
            return amount.total() <= 0 ? 0 : (int) (amount.done() * 100 / amount.total());
        }
    }

    record Amount(long total, long done, Optional<Duration> remaining) {}

    /** What matters of a client's state: it moves or should, it is meant to rest, it is complete, or it is broken. */
    enum Condition {
        ACTIVE,
        RESTING,
        DONE,
        BROKEN
    }
}
