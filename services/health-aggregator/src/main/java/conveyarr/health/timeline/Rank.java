package conveyarr.health.timeline;

import conveyarr.events.AcquisitionEvent;
import conveyarr.events.AcquisitionEvent.*;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent;
import conveyarr.events.DownloadEvent.*;
import conveyarr.events.HealthEvent;
import conveyarr.events.LibraryEvent;
import conveyarr.events.LibraryEvent.*;
import conveyarr.events.NotificationEvent;
import conveyarr.events.RequestEvent;
import conveyarr.events.RequestEvent.*;

/** The place of an event in a usual life; decides between events of the same moment, since upstreams give whole seconds. */
final class Rank {
    private Rank() {}

    static int of(DomainEvent event) {
        return switch (event) {
            case RequestEvent e -> of(e);
            case AcquisitionEvent e -> of(e);
            case DownloadEvent e -> of(e);
            case LibraryEvent e -> of(e);
            case NotificationEvent _ -> 90;
            case HealthEvent _ -> 95;
        };
    }

    private static int of(RequestEvent event) {
        return switch (event) {
            case MediaRequested _ -> 10;
            case RequestApproved _ -> 11;
            case RequestDeclined _ -> 12;
            case RequestFailed _ -> 13;
            case RequestActionTaken _ -> 9;
            case HandOverRetried _ -> 17;
            case RequestWithdrawn _ -> 14;
            case RequestFulfilled _ -> 80;
        };
    }

    private static int of(AcquisitionEvent event) {
        return switch (event) {
            case HandOverDelayed _ -> 15;
            case HandOverWanted _ -> 16;
            case HandOverGivenUp _ -> 18;
            case AcquisitionStarted _ -> 20;
            case ReleaseGrabbed _ -> 30;
            case ReleaseFailed _ -> 45;
            case ImportBlocked _ -> 51;
            case CauseCleared _ -> 46;
            case CauseFound _ -> 47;
            case AttentionNeeded _ -> 48;
            case RepairDone _ -> 49;
            case AcquisitionFinished _ -> 61;
            case AcquisitionRemoved _ -> 85;
            case HistoryGapFound _ -> 96;
        };
    }

    private static int of(DownloadEvent event) {
        return switch (event) {
            case DownloadStarted _ -> 40;
            case DownloadResumed _, DownloadReleased _ -> 41;
            case DownloadProgressed _ -> 42;
            case DownloadStalled _, DownloadHeld _, DownloadHoldChanged _, DownloadActionPlanned _ -> 43;
            case DownloadFailed _,
                    DownloadRemoved _,
                    DownloadKept _,
                    DownloadActionTaken _,
                    OrphanFound _,
                    ReplacementWanted _ -> 44;
            case DownloadCompleted _ -> 50;
            case ClientEvent _ -> 95;
        };
    }

    private static int of(LibraryEvent event) {
        return switch (event) {
            case FileImported _ -> 60;
            case ScanRequested _ -> 65;
            case LibraryOverdue _ -> 66;
            case MediaBecameAvailable _ -> 70;
            case FirstEpisodeAvailable _ -> 71;
            case SeasonCompleted _ -> 72;
            case SeriesCompleted _, SeriesCaughtUp _ -> 73;
            // The old file goes in the same second in which the better one comes.
            case FileDeleted _ -> 59;
            case FileRenamed _ -> 74;
        };
    }
}
