package conveyarr.health.timeline;

import conveyarr.events.AcquisitionEvent;
import conveyarr.events.AcquisitionEvent.*;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent;
import conveyarr.events.DownloadEvent.*;
import conveyarr.events.HealthEvent;
import conveyarr.events.HealthEvent.*;
import conveyarr.events.LibraryEvent;
import conveyarr.events.LibraryEvent.*;
import conveyarr.events.NotificationEvent;
import conveyarr.events.NotificationEvent.*;
import conveyarr.events.RequestEvent;
import conveyarr.events.RequestEvent.*;

/** The tone of a single event. */
public final class Mood {
    private Mood() {}

    public static Tone of(DomainEvent event) {
        return switch (event) {
            case RequestEvent e -> of(e);
            case AcquisitionEvent e -> of(e);
            case DownloadEvent e -> of(e);
            case LibraryEvent e -> of(e);
            case NotificationEvent e -> of(e);
            case HealthEvent e -> of(e);
        };
    }

    private static Tone of(RequestEvent event) {
        return switch (event) {
            case MediaRequested _ -> Tone.INFO;
            case RequestApproved _, RequestFulfilled _ -> Tone.OK;
            case RequestFailed _ -> Tone.BAD;
            case RequestActionTaken e -> e.refusal().isPresent() ? Tone.WARN : Tone.INFO;
            case HandOverRetried e -> e.refusal().isPresent() ? Tone.WARN : Tone.INFO;
            case RequestDeclined _, RequestWithdrawn _ -> Tone.OFF;
        };
    }

    private static Tone of(AcquisitionEvent event) {
        return switch (event) {
            case AcquisitionStarted _, ReleaseGrabbed _, CauseCleared _, RepairDone _ -> Tone.INFO;
            case ReleaseFailed _, CauseFound _, HistoryGapFound _, HandOverDelayed _, HandOverWanted _ -> Tone.WARN;
            case ImportBlocked _, AttentionNeeded _, HandOverGivenUp _ -> Tone.BAD;
            case AcquisitionFinished _ -> Tone.OK;
            case AcquisitionRemoved _ -> Tone.OFF;
        };
    }

    private static Tone of(DownloadEvent event) {
        return switch (event) {
            case DownloadStarted _, DownloadProgressed _, DownloadResumed _, DownloadReleased _, DownloadKept _ ->
                Tone.INFO;
            case DownloadHeld _, DownloadHoldChanged _ -> Tone.WAIT;
            case DownloadStalled _,
                    DownloadRemoved _,
                    OrphanFound _,
                    DownloadActionPlanned _,
                    DownloadActionTaken _,
                    ReplacementWanted _,
                    ClientEvent _ -> Tone.WARN;
            case DownloadCompleted _ -> Tone.OK;
            case DownloadFailed _ -> Tone.BAD;
        };
    }

    private static Tone of(LibraryEvent event) {
        return switch (event) {
            case ScanRequested _, FileRenamed _, FileDeleted _ -> Tone.INFO;
            case LibraryOverdue e -> e.certain() ? Tone.BAD : Tone.WARN;
            case FileImported _, MediaBecameAvailable _ -> Tone.OK;
            case FirstEpisodeAvailable _, SeasonCompleted _, SeriesCompleted _, SeriesCaughtUp _ -> Tone.OK;
        };
    }

    private static Tone of(NotificationEvent event) {
        return switch (event) {
            case NotificationSent _ -> Tone.OK;
            case NotificationFailed _ -> Tone.WARN;
            case NotificationSuppressed _ -> Tone.OFF;
        };
    }

    private static Tone of(HealthEvent event) {
        return switch (event) {
            case ComponentWentDown _, VpnDropped _, VpnNetworkLost _ -> Tone.BAD;
            case VpnBecameUnstable _, ComponentDegraded _, ComponentBecameUnstable _ -> Tone.WARN;
            case ComponentCameBack _, ComponentRecovered _, VpnRestored _, VpnNetworkRestored _ -> Tone.OK;
            case ForwardedPortChanged _, VpnSeen _, VpnRestartOrdered _ -> Tone.INFO;
        };
    }
}
