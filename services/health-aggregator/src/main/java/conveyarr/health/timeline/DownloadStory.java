package conveyarr.health.timeline;

import conveyarr.events.DownloadEvent;
import conveyarr.events.DownloadEvent.*;

/** What is told of a download. */
final class DownloadStory {
    private DownloadStory() {}

    static String text(DownloadEvent event) {
        return switch (event) {
            case DownloadStarted e -> "Download started" + Words.size(e.bytes());
            case DownloadProgressed e ->
                e.percent() + " % downloaded"
                        + e.remaining()
                                .map(time -> ", about " + Words.time(time) + " left")
                                .orElse("");
            case DownloadStalled e -> "Nothing arrived for " + Words.time(e.idle());
            case DownloadResumed _ -> "Data arrives again";
            case DownloadCompleted _ -> "Download complete";
            case DownloadFailed e -> e.download().client() + " reports an error: " + Words.quoted(e.reason());
            case DownloadRemoved e -> "Removed from " + e.download().client() + " before it was complete";
            case DownloadHeld e -> Holds.held(e);
            case DownloadHoldChanged e -> Holds.changed(e);
            case DownloadReleased e -> Holds.released(e);
            case DownloadActionPlanned e -> Repairs.planned(e);
            case DownloadActionTaken e -> Repairs.taken(e);
            case DownloadKept _ -> "Kept as it is, on somebody's wish: nothing will be done with it";
            case OrphanFound e ->
                "No *arr waits for it any more in " + e.download().client();
            case ReplacementWanted e -> "Another release is asked for: " + e.reason();
            case ClientEvent e -> Holds.client(e);
        };
    }
}
