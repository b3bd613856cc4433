package conveyarr.notification.core;

import static conveyarr.notification.core.Wording.quoted;

import conveyarr.events.AcquisitionEvent;
import conveyarr.events.AcquisitionEvent.AcquisitionFinished;
import conveyarr.events.AcquisitionEvent.AcquisitionStarted;
import conveyarr.events.AcquisitionEvent.ImportBlocked;
import conveyarr.events.AcquisitionEvent.ReleaseFailed;
import conveyarr.events.AcquisitionEvent.ReleaseGrabbed;
import conveyarr.notification.core.Notification.Text;

/** What people are told of the search for a release and of its import. */
final class AcquisitionTexts {
    private AcquisitionTexts() {}

    /** Null for an event that is not worth telling. */
    static Text of(AcquisitionEvent event, String name) {
        return switch (event) {
            case ImportBlocked e ->
                new Text("Needs you: " + name, e.instance() + " does not import it" + quoted(e.reasons()), Tone.BAD);
            case ReleaseFailed e ->
                new Text("Given up: " + name, e.instance() + " gave this download up" + quoted(e.reason()), Tone.WARN);
            case AcquisitionStarted _, ReleaseGrabbed _, AcquisitionFinished _ -> null;
        };
    }
}
