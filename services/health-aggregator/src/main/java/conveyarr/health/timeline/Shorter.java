package conveyarr.health.timeline;

import conveyarr.events.AcquisitionEvent;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent;
import conveyarr.events.DownloadEvent.*;
import conveyarr.events.HealthEvent;
import conveyarr.events.LibraryEvent;
import conveyarr.events.LibraryEvent.*;
import conveyarr.events.NotificationEvent;
import conveyarr.events.NotificationEvent.*;
import conveyarr.events.RequestEvent;
import java.util.List;

/** Cuts what other programs wrote to a length that a page can show and a record can hold; the whole text stays on its topic. */
final class Shorter {
    private static final int NAME = 500;
    private static final int TEXT = 2000;

    private Shorter() {}

    static DomainEvent of(DomainEvent event) {
        return switch (event) {
            case RequestEvent e -> ShorterWay.of(e);
            case AcquisitionEvent e -> ShorterWay.of(e);
            case DownloadEvent e -> of(e);
            case LibraryEvent e -> of(e);
            case NotificationEvent e -> of(e);
            case HealthEvent e -> e;
        };
    }

    private static DownloadEvent of(DownloadEvent event) {
        return switch (event) {
            case DownloadStarted e -> new DownloadStarted(e.about(), e.download(), name(e.name()), e.bytes());
            case DownloadFailed e -> new DownloadFailed(e.about(), e.download(), text(e.reason()));
            case DownloadActionPlanned e ->
                new DownloadActionPlanned(e.about(), e.download(), e.action(), e.due(), text(e.reason()));
            case DownloadActionTaken e ->
                new DownloadActionTaken(e.about(), e.download(), e.action(), text(e.reason()), e.dryRun());
            case OrphanFound e -> new OrphanFound(e.about(), e.download(), text(e.release()), e.since());
            case ReplacementWanted e -> new ReplacementWanted(e.about(), e.download(), text(e.reason()));
            case DownloadProgressed _,
                    DownloadStalled _,
                    DownloadResumed _,
                    DownloadCompleted _,
                    DownloadRemoved _,
                    DownloadHeld _,
                    DownloadHoldChanged _,
                    DownloadReleased _,
                    DownloadKept _,
                    ClientEvent _ -> event;
        };
    }

    private static LibraryEvent of(LibraryEvent event) {
        return switch (event) {
            case FileImported e ->
                new FileImported(
                        e.about(),
                        e.instance(),
                        e.file(),
                        text(e.path()),
                        e.bytes(),
                        e.quality(),
                        e.download(),
                        e.upgrade(),
                        e.episodes());
            case ScanRequested e -> new ScanRequested(e.about(), e.server(), text(e.path()));
            case LibraryOverdue e ->
                new LibraryOverdue(e.about(), e.server(), e.code(), text(e.words()), e.certain(), e.episodes());
            case FileRenamed e -> new FileRenamed(e.about(), e.instance(), text(e.from()), text(e.path()));
            case FileDeleted e ->
                new FileDeleted(
                        e.about(), e.instance(), text(e.path()), name(e.reason()), e.nothingLeft(), e.episodes());
            case MediaBecameAvailable _, FirstEpisodeAvailable _, SeasonCompleted _, SeriesCompleted _ -> event;
            case SeriesCaughtUp _ -> event;
        };
    }

    private static NotificationEvent of(NotificationEvent event) {
        return switch (event) {
            case NotificationSent e -> new NotificationSent(e.about(), e.of(), e.channel(), name(e.title()));
            case NotificationFailed e -> new NotificationFailed(e.about(), e.of(), e.channel(), text(e.reason()));
            case NotificationSuppressed e ->
                new NotificationSuppressed(e.about(), e.of(), e.channel(), text(e.reason()));
        };
    }

    static String text(String words) {
        return cut(words, TEXT);
    }

    static String name(String words) {
        return cut(words, NAME);
    }

    /** All reasons together are one text. */
    static List<String> texts(List<String> reasons) {
        String joined = String.join("; ", reasons);
        return joined.length() <= TEXT ? reasons : List.of(text(joined));
    }

    /** Never between the two halves of a character. */
    private static String cut(String words, int most) {
        if (words == null || words.length() <= most) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(most - 2)) ? most - 2 : most - 1;
        return words.substring(0, end) + "…";
    }
}
