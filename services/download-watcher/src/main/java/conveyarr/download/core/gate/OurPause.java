package conveyarr.download.core.gate;

import conveyarr.events.DownloadEvent.HoldReason;
import java.time.Instant;
import java.util.Optional;

/** One transfer that we paused; {@code asked} is when we last said so, {@code times} how often, {@code missing} since when no look shows it. */
public record OurPause(HoldReason reason, Step step, Instant asked, int times, Optional<Instant> missing) {
    public OurPause {
        missing = missing == null ? Optional.empty() : missing;
    }

    public OurPause(HoldReason reason, Step step, Instant asked, int times) {
        this(reason, step, asked, times, Optional.empty());
    }

    /** Where it stands between our word and what the client shows. */
    public enum Step {
        PAUSING,
        PAUSED,
        RESUMING,
        /** Somebody has resumed it against us, so we leave it alone until the gate opens. */
        LEFT_ALONE
    }

    OurPause at(Step next) {
        return new OurPause(reason, next, asked, times, missing);
    }

    OurPause asked(Step next, Instant at) {
        return new OurPause(reason, next, at, next == step ? times + 1 : 1, missing);
    }

    OurPause missing(Optional<Instant> since) {
        return new OurPause(reason, step, asked, times, since);
    }
}
