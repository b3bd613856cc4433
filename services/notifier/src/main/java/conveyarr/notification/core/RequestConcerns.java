package conveyarr.notification.core;

import conveyarr.events.RequestEvent;
import conveyarr.events.RequestEvent.*;

/** What the events of a request are to people. */
final class RequestConcerns {
    private RequestConcerns() {}

    static Concern of(RequestEvent event) {
        return switch (event) {
            case MediaRequested _ -> Concern.news(Tone.INFO);
            // Whoever retried it sees what came of that, and the coordinator says so when it gives up.
            case RequestFailed e -> e.again() ? Concern.STEP : Concern.NEEDS_YOU;
            case RequestActionTaken e -> e.refusal().isPresent() ? Concern.news(Tone.WARN) : Concern.STEP;
            case HandOverRetried e -> e.refusal().isPresent() ? Concern.news(Tone.WARN) : Concern.STEP;
            case RequestApproved _, RequestDeclined _, RequestWithdrawn _, RequestFulfilled _ -> Concern.STEP;
        };
    }
}
