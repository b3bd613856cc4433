package conveyarr.notification.core;

import static conveyarr.notification.core.Wording.quoted;
import static conveyarr.notification.core.Wording.spoken;

import conveyarr.events.DownloadEvent;
import conveyarr.events.DownloadEvent.DownloadCompleted;
import conveyarr.events.DownloadEvent.DownloadFailed;
import conveyarr.events.DownloadEvent.DownloadProgressed;
import conveyarr.events.DownloadEvent.DownloadRemoved;
import conveyarr.events.DownloadEvent.DownloadResumed;
import conveyarr.events.DownloadEvent.DownloadStalled;
import conveyarr.events.DownloadEvent.DownloadStarted;
import conveyarr.notification.core.Notification.Text;

/** What people are told of a download. */
final class DownloadTexts {
    private DownloadTexts() {}

    /** Null for an event that is not worth telling. */
    static Text of(DownloadEvent event, String name) {
        return switch (event) {
            case DownloadStalled e ->
                new Text(
                        "Stalled: " + name,
                        "No byte has arrived in %s for %s."
                                .formatted(e.download().client(), spoken(e.idle())),
                        Tone.WARN);
            case DownloadFailed e ->
                new Text(
                        "Download failed: " + name,
                        e.download().client() + " cannot go on" + quoted(e.reason()),
                        Tone.BAD);
            case DownloadStarted _, DownloadProgressed _, DownloadResumed _, DownloadCompleted _, DownloadRemoved _ ->
                null;
        };
    }
}
