package conveyarr.health.timeline;

import conveyarr.events.AcquisitionEvent;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent;
import conveyarr.events.DownloadEvent.*;
import conveyarr.events.HealthEvent;
import conveyarr.events.LibraryEvent;
import conveyarr.events.LibraryEvent.*;
import conveyarr.events.NotificationEvent;
import conveyarr.events.RequestEvent;
import java.util.Comparator;

/** How much an event matters once a timeline is too long: the lightest go first, and the oldest of these before the others. */
enum Weight {
    CHATTER,
    STEP,
    TURN;

    static final Comparator<Entry> DISPENSABLE_FIRST =
            Comparator.comparing((Entry entry) -> of(entry.event())).thenComparing(Entry.STORY);

    static Weight of(DomainEvent event) {
        return switch (event) {
            case RequestEvent _ -> TURN;
            case AcquisitionEvent _ -> STEP;
            case DownloadEvent e -> of(e);
            case LibraryEvent e -> of(e);
            case NotificationEvent _, HealthEvent _ -> CHATTER;
        };
    }

    private static Weight of(DownloadEvent event) {
        return switch (event) {
            case DownloadProgressed _,
                    DownloadStalled _,
                    DownloadResumed _,
                    DownloadHeld _,
                    DownloadHoldChanged _,
                    DownloadReleased _ -> CHATTER;
            case DownloadStarted _,
                    DownloadCompleted _,
                    DownloadFailed _,
                    DownloadRemoved _,
                    DownloadActionPlanned _,
                    DownloadActionTaken _,
                    DownloadKept _,
                    OrphanFound _,
                    ReplacementWanted _ -> STEP;
            case ClientEvent _ -> CHATTER;
        };
    }

    private static Weight of(LibraryEvent event) {
        return switch (event) {
            case FileRenamed _ -> CHATTER;
            case FileImported _, ScanRequested _, LibraryOverdue _, FirstEpisodeAvailable _ -> STEP;
            case MediaBecameAvailable _, FileDeleted _, SeasonCompleted _, SeriesCompleted _, SeriesCaughtUp _ -> TURN;
        };
    }
}
