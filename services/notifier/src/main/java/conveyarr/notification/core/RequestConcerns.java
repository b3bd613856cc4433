package conveyarr.notification.core;

import conveyarr.events.RequestEvent;
import conveyarr.events.RequestEvent.*;

/** What the events of a request are to people. */
final class RequestConcerns {
    private RequestConcerns() {}

    static Concern of(RequestEvent event) {
        return switch (event) {
            case MediaRequested _ -> Concern.news(Tone.INFO);
            case RequestFailed _ -> Concern.NEEDS_YOU;
            case RequestActionTaken e -> e.refusal().isPresent() ? Concern.news(Tone.WARN) : Concern.STEP;
            case HandOverRetried e -> e.refusal().isPresent() ? Concern.news(Tone.WARN) : Concern.STEP;
            case RequestApproved _, RequestDeclined _, RequestWithdrawn _, RequestFulfilled _ -> Concern.STEP;
        };
    }
}
