package conveyarr.notification.core;

import conveyarr.events.RequestEvent;
import conveyarr.events.RequestEvent.MediaRequested;
import conveyarr.events.RequestEvent.RequestApproved;
import conveyarr.events.RequestEvent.RequestDeclined;
import conveyarr.events.RequestEvent.RequestFailed;
import conveyarr.events.RequestEvent.RequestFulfilled;
import conveyarr.events.RequestEvent.RequestWithdrawn;
import conveyarr.notification.core.Notification.Text;

/** What people are told of a request. */
final class RequestTexts {
    private RequestTexts() {}

    /** Null for an event that is not worth telling. */
    static Text of(RequestEvent event, String name) {
        return switch (event) {
            case MediaRequested e -> new Text("Requested: " + name, Wording.wanted(e), Tone.INFO);
            case RequestFailed e ->
                new Text(
                        "Request failed: " + name,
                        "%s could not hand request %d on."
                                .formatted(e.request().instance(), e.request().number()),
                        Tone.BAD);
            case RequestApproved _, RequestDeclined _, RequestWithdrawn _, RequestFulfilled _ -> null;
        };
    }
}
