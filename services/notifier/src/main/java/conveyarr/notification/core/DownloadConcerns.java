package conveyarr.notification.core;

import conveyarr.events.DownloadEvent;
import conveyarr.events.DownloadEvent.DownloadCompleted;
import conveyarr.events.DownloadEvent.DownloadFailed;
import conveyarr.events.DownloadEvent.DownloadProgressed;
import conveyarr.events.DownloadEvent.DownloadRemoved;
import conveyarr.events.DownloadEvent.DownloadResumed;
import conveyarr.events.DownloadEvent.DownloadStalled;
import conveyarr.events.DownloadEvent.DownloadStarted;

/** What the events of a download are to people. */
final class DownloadConcerns {
    private DownloadConcerns() {}

    static Concern of(DownloadEvent event) {
        return switch (event) {
            case DownloadStalled _ -> Concern.news(Tone.WARN);
            case DownloadFailed _ -> Concern.NEEDS_YOU;
            case DownloadStarted _, DownloadProgressed _, DownloadResumed _, DownloadCompleted _, DownloadRemoved _ ->
                Concern.STEP;
        };
    }
}
