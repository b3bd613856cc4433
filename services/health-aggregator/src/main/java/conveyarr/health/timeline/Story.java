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
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Every event as a sentence for people: what happened, who did it, and the upstream's own words in quotes. */
public final class Story {
    private Story() {}

    /** {@code person} gives the name behind a reference to a person. */
    public static String text(DomainEvent event, UnaryOperator<String> person) {
        return switch (event) {
            case RequestEvent e -> text(e, person);
            case AcquisitionEvent e -> text(e);
            case DownloadEvent e -> text(e);
            case LibraryEvent e -> text(e);
            case NotificationEvent e -> text(e);
            case HealthEvent e -> text(e);
        };
    }

    private static String text(RequestEvent event, UnaryOperator<String> person) {
        return switch (event) {
            case MediaRequested e -> person.apply(e.requestedBy()) + " asked for " + what(e);
            case RequestApproved e -> e.automatically() ? "Approved automatically" : "Approved";
            case RequestDeclined _ -> "Declined";
            case RequestFailed e -> e.request().instance() + " could not hand the request on";
            case RequestWithdrawn _ -> "The request was withdrawn";
            case RequestFulfilled e -> e.request().instance() + " says it is available";
        };
    }

    private static String what(MediaRequested e) {
        String seasons = e.seasons().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String part = e.seasons().isEmpty() ? "it" : (e.seasons().size() == 1 ? "season " : "seasons ") + seasons;
        return part + (e.uhd() ? " in 4K" : "");
    }

    private static String text(AcquisitionEvent event) {
        return switch (event) {
            case AcquisitionStarted e -> e.instance() + " is looking for a release";
            case ReleaseGrabbed e ->
                e.instance() + " picked " + e.release() + size(e.bytes())
                        + e.indexer().map(name -> " from " + name).orElse("")
                        + (e.attempt() > 1 ? " (attempt " + e.attempt() + ")" : "");
            case ReleaseFailed e -> e.instance() + " gave this release up: " + quoted(e.reason());
            case ImportBlocked e -> e.instance() + " will not import it by itself: " + quoted(e.reasons());
            case AcquisitionFinished e -> e.instance() + " has all that was wanted";
        };
    }

    private static String text(DownloadEvent event) {
        return switch (event) {
            case DownloadStarted e -> "Download started" + size(e.bytes());
            case DownloadProgressed e ->
                e.percent() + " % downloaded"
                        + e.remaining()
                                .map(time -> ", about " + Words.time(time) + " left")
                                .orElse("");
            case DownloadStalled e -> "Nothing arrived for " + Words.time(e.idle());
            case DownloadResumed _ -> "Data arrives again";
            case DownloadCompleted _ -> "Download complete";
            case DownloadFailed e -> e.download().client() + " reports an error: " + quoted(e.reason());
            case DownloadRemoved e -> "Removed from " + e.download().client() + " before it was complete";
        };
    }

    private static String text(LibraryEvent event) {
        return switch (event) {
            case FileImported e ->
                e.instance()
                        + (e.upgrade() ? " put a better file into the library" : " put it into the library")
                        + e.quality().map(quality -> ": " + quality).orElse("")
                        + size(e.bytes());
            case ScanRequested e -> e.server() + " was asked to look at the new file";
            case MediaBecameAvailable e ->
                e.server()
                        .map(server -> server + " lists it: ready to watch")
                        .orElse("In the library; no media server is set up to confirm it");
        };
    }

    private static String text(NotificationEvent event) {
        return switch (event) {
            case NotificationSent e -> "Told through " + e.channel() + ": " + quoted(e.title());
            case NotificationFailed e -> e.channel() + " did not take the message: " + quoted(e.reason());
            case NotificationSuppressed e -> "Not sent through " + e.channel() + ": " + e.reason();
        };
    }

    private static String text(HealthEvent event) {
        return switch (event) {
            case ComponentWentDown e -> e.about().name() + " does not answer: " + quoted(e.error());
            case ComponentCameBack e -> e.about().name() + " answers again after " + Words.time(e.downFor());
            case VpnDropped e -> "VPN lost at " + e.about().name() + ": " + e.reason();
            case VpnRestored e -> "VPN back at " + e.about().name();
        };
    }

    private static String size(long bytes) {
        return bytes > 0 ? ", " + Words.bytes(bytes) : "";
    }

    private static String quoted(List<String> reasons) {
        return quoted(String.join("; ", reasons));
    }

    private static String quoted(String words) {
        return "\"" + words + "\"";
    }
}
