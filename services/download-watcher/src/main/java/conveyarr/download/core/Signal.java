package conveyarr.download.core;

import conveyarr.events.DownloadEvent.DownloadAction;
import conveyarr.events.DownloadId;
import conveyarr.events.MediaId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a download can be told: that it was asked for, what a poll sees of it, or what a person wants. */
public sealed interface Signal {
    Instant at();

    /** An *arr, by its name, handed it to a client, for this title. */
    record Grabbed(Instant at, MediaId media, String arr) implements Signal {
        public Grabbed(Instant at, MediaId media) {
            this(at, media, "");
        }
    }

    /** The client has it, like this; {@code hold} when it has to wait through no fault of its own; {@code slowed}: all go slowly on purpose. */
    record Seen(Instant at, DownloadId id, Look look, Optional<Hold> hold, boolean slowed) implements Signal {
        public Seen {
            hold = hold == null ? Optional.empty() : hold;
        }

        public Seen(Instant at, DownloadId id, Look look, Optional<Hold> hold) {
            this(at, id, look, hold, false);
        }

        public Seen(Instant at, DownloadId id, Look look) {
            this(at, id, look, Optional.empty(), false);
        }
    }

    /** Its client has not answered since then, which says nothing of it. */
    record Unheard(Instant at, Instant since) implements Signal {}

    /** The client does not have it any more. */
    record Missing(Instant at, DownloadId id) implements Signal {}

    /** It is complete, but its *arr will not import it, for these reasons. */
    record ImportRefused(Instant at, String reasons) implements Signal {}

    /** This *arr has all that it wanted of the title. */
    record ImportSettled(Instant at, String arr) implements Signal {
        public ImportSettled(Instant at) {
            this(at, "");
        }
    }

    /** This *arr does not wait for it any more; another may. */
    record GivenUp(Instant at, String arr) implements Signal {
        public GivenUp(Instant at) {
            this(at, "");
        }
    }

    /** A person wants it left alone. */
    record KeepAsked(Instant at) implements Signal {}

    /** A person has had something done with it, which is done already or called for beside this. */
    record ActionOrdered(Instant at, DownloadAction action) implements Signal {}

    /** {@code addedAt} tells one life of a hash in a client from the next. */
    record Look(String name, Condition condition, String word, Amount amount, Instant addedAt, Traits traits) {
        public Look {
            traits = traits == null ? Traits.NONE : traits;
        }

        public Look(String name, Condition condition, String word, Amount amount, Instant addedAt) {
            this(name, condition, word, amount, addedAt, Traits.NONE);
        }

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
