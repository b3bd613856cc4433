package conveyarr.request.core;

import conveyarr.events.MediaId;
import java.util.Set;

/** One request, as far as we know. It keeps what was told of it, so that the order in which we hear does not matter. */
public sealed interface Request {
    /** Nothing is known. */
    record Unknown() implements Request {}

    /** Somebody waits for it, or was told that it will not be. */
    record Open(MediaId media, Set<Step> told) implements Request {}

    /** The media is there. Nothing that is heard later changes that. */
    record Fulfilled(MediaId media) implements Request {}

    /** Seerr does not have it any more. */
    record Withdrawn(MediaId media) implements Request {}

    /** What can be told of a request, once each, in this order when several become known at once. */
    enum Step {
        REQUESTED,
        APPROVED,
        DECLINED,
        FAILED,
        FULFILLED
    }
}
