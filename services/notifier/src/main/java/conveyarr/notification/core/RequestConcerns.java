package conveyarr.notification.core;

import conveyarr.events.RequestEvent;
import conveyarr.events.RequestEvent.MediaRequested;
import conveyarr.events.RequestEvent.RequestApproved;
import conveyarr.events.RequestEvent.RequestDeclined;
import conveyarr.events.RequestEvent.RequestFailed;
import conveyarr.events.RequestEvent.RequestFulfilled;
import conveyarr.events.RequestEvent.RequestWithdrawn;

/** What the events of a request are to people. */
final class RequestConcerns {
    private RequestConcerns() {}

    static Concern of(RequestEvent event) {
        return switch (event) {
            case MediaRequested _ -> Concern.news(Tone.INFO);
            case RequestFailed _ -> Concern.NEEDS_YOU;
            case RequestApproved _, RequestDeclined _, RequestWithdrawn _, RequestFulfilled _ -> Concern.STEP;
        };
    }
}
