package conveyarr.notification.core;

import conveyarr.events.AcquisitionEvent;
import conveyarr.events.AcquisitionEvent.*;

/** What the search for a release and its import are to people. */
final class AcquisitionConcerns {
    private AcquisitionConcerns() {}

    static Concern of(AcquisitionEvent event) {
        return switch (event) {
            case ImportBlocked _, AttentionNeeded _, HandOverGivenUp _ -> Concern.NEEDS_YOU;
            case ReleaseFailed _, HistoryGapFound _ -> Concern.news(Tone.WARN);
            case AcquisitionStarted _,
                    ReleaseGrabbed _,
                    AcquisitionFinished _,
                    AcquisitionRemoved _,
                    RepairDone _,
                    CauseFound _,
                    CauseCleared _,
                    HandOverDelayed _,
                    HandOverWanted _ -> Concern.STEP;
        };
    }
}
