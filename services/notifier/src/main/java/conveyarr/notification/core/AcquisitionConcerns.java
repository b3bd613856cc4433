package conveyarr.notification.core;

import conveyarr.events.AcquisitionEvent;
import conveyarr.events.AcquisitionEvent.AcquisitionFinished;
import conveyarr.events.AcquisitionEvent.AcquisitionStarted;
import conveyarr.events.AcquisitionEvent.HistoryGapFound;
import conveyarr.events.AcquisitionEvent.ImportBlocked;
import conveyarr.events.AcquisitionEvent.ReleaseFailed;
import conveyarr.events.AcquisitionEvent.ReleaseGrabbed;

/** What the search for a release and its import are to people. */
final class AcquisitionConcerns {
    private AcquisitionConcerns() {}

    static Concern of(AcquisitionEvent event) {
        return switch (event) {
            case ImportBlocked _ -> Concern.NEEDS_YOU;
            case ReleaseFailed _, HistoryGapFound _ -> Concern.news(Tone.WARN);
            case AcquisitionStarted _, ReleaseGrabbed _, AcquisitionFinished _ -> Concern.STEP;
        };
    }
}
