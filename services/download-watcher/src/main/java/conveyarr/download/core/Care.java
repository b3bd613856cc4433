package conveyarr.download.core;

import conveyarr.events.DownloadEvent.DownloadAction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What we do about a download that does not go on.
 *
 * @param kept a person wants it left alone
 * @param pace where the measuring of its speed began
 * @param lookedAt when it was last seen
 */
public record Care(boolean kept, Optional<Trouble> trouble, Optional<Pace> pace, Optional<Instant> lookedAt) {
    public static final Care NONE = new Care(false, Optional.empty(), Optional.empty(), Optional.empty());

    /** {@code taken} steps of its rule were taken; {@code next} is the one to come. {@code since} moves on by the time that does not count. */
    public record Trouble(Kind kind, Instant since, int taken, Optional<Plan> next) {
        Trouble later(Duration by) {
            return new Trouble(
                    kind,
                    since.plus(by),
                    taken,
                    next.map(plan -> new Plan(plan.action(), plan.due().plus(by), plan.reason())));
        }
    }

    /** What will be done, when, and why. */
    public record Plan(DownloadAction action, Instant due, String reason) {}

    public record Pace(Instant since, long bytes) {}

    /** What can be wrong with a download. */
    public enum Kind {
        STALLED("no progress"),
        SLOW("too slow"),
        NO_METADATA("no metadata"),
        UNREGISTERED("its tracker does not know it any more"),
        BROKEN("the client reports an error"),
        IMPORT_REFUSED("its import is refused");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    Care with(Optional<Trouble> now) {
        return new Care(kept, now, pace, lookedAt);
    }

    Care looked(Instant at) {
        return new Care(kept, trouble, pace, Optional.of(at));
    }

    Care paced(Pace now) {
        return new Care(kept, trouble, Optional.of(now), lookedAt);
    }

    Care keep() {
        return new Care(true, Optional.empty(), pace, lookedAt);
    }

    Care later(Duration by) {
        return new Care(
                kept,
                trouble.map(t -> t.later(by)),
                pace.map(p -> new Pace(p.since().plus(by), p.bytes())),
                lookedAt);
    }
}
