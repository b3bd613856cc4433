package conveyarr.health.timeline;

import conveyarr.events.AcquisitionEvent;
import conveyarr.events.AcquisitionEvent.*;

/** What is told of an acquisition. */
final class AcquisitionStory {
    private AcquisitionStory() {}

    static String text(AcquisitionEvent event) {
        return switch (event) {
            case AcquisitionStarted e -> e.instance() + " is looking for a release";
            case ReleaseGrabbed e ->
                e.instance() + " picked " + e.release() + Parts.text(e.episodes()) + Words.size(e.bytes())
                        + e.indexer().map(name -> " from " + name).orElse("")
                        + (e.attempt() > 1 ? " (attempt " + e.attempt() + ")" : "");
            case ReleaseFailed e -> e.instance() + " gave this release up: " + Words.quoted(e.reason());
            case ImportBlocked e -> e.instance() + " will not import it by itself: " + Words.quoted(e.reasons());
            case AcquisitionFinished e -> e.instance() + " has all that was wanted";
            case HandOverEvent e -> HandOverStory.text(e);
            case RepairDone e -> AcquisitionTexts.repaired(e);
            case CauseFound e -> AcquisitionTexts.because(e);
            case CauseCleared e -> "No longer in the way after " + Words.time(e.lasted()) + ": " + e.code();
            case AttentionNeeded e ->
                "Not on for more than " + Words.time(e.limit()) + ": " + Words.quoted(e.text()) + ". " + e.you();
            case AcquisitionRemoved e ->
                "Taken off the list of " + e.instance() + (e.filesDeleted() ? ", with its files" : ", its files stay");
            case HistoryGapFound e ->
                e.instance() + " no longer knows what happened between " + e.after() + " and " + e.before();
        };
    }
}
