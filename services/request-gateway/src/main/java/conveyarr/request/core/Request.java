package conveyarr.request.core;

import conveyarr.events.MediaId;
import java.time.Instant;
import java.util.Set;

/** One request, as far as we know. It keeps what was told of it, so that the order in which we hear does not matter. */
public sealed interface Request {
    /** Nothing is known. */
    record Unknown() implements Request {}

    /** Somebody waits for it, or was told that it will not be. {@code life} counts how often it had been withdrawn before. */
    record Open(MediaId media, Set<Step> told, int life, Heard heard) implements Request {
        public Open {
            heard = heard == null ? Heard.once(told) : heard;
        }

        /** As far as we know now; of what an older version has kept, nobody knows which was the last. */
        boolean isDeclined() {
            return heard.now().map(Step.DECLINED::equals).orElseGet(() -> told.contains(Step.DECLINED));
        }
    }

    /** The media is there. Nothing that is heard later changes that. */
    record Fulfilled(MediaId media) implements Request {}

    /** Since then Seerr does not have it; it is another life when Seerr shows it again. */
    record Withdrawn(MediaId media, Instant at, int life) implements Request {}

    /**
     * What can be told of a request, in this order when several become known at once. It is asked for and fulfilled once, and may be approved,
     * declined and fail several times.
     */
    enum Step {
        REQUESTED,
        APPROVED,
        DECLINED,
        FAILED,
        FULFILLED
    }
}
