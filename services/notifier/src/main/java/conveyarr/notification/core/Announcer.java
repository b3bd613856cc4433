package conveyarr.notification.core;

import static conveyarr.notification.core.Wording.quoted;
import static conveyarr.notification.core.Wording.spoken;

import conveyarr.events.AcquisitionEvent;
import conveyarr.events.AcquisitionEvent.AcquisitionFinished;
import conveyarr.events.AcquisitionEvent.AcquisitionStarted;
import conveyarr.events.AcquisitionEvent.ImportBlocked;
import conveyarr.events.AcquisitionEvent.ReleaseFailed;
import conveyarr.events.AcquisitionEvent.ReleaseGrabbed;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent;
import conveyarr.events.DownloadEvent.DownloadCompleted;
import conveyarr.events.DownloadEvent.DownloadFailed;
import conveyarr.events.DownloadEvent.DownloadProgressed;
import conveyarr.events.DownloadEvent.DownloadRemoved;
import conveyarr.events.DownloadEvent.DownloadResumed;
import conveyarr.events.DownloadEvent.DownloadStalled;
import conveyarr.events.DownloadEvent.DownloadStarted;
import conveyarr.events.HealthEvent;
import conveyarr.events.LibraryEvent;
import conveyarr.events.LibraryEvent.FileImported;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.LibraryEvent.ScanRequested;
import conveyarr.events.NotificationEvent;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestEvent;
import conveyarr.events.RequestEvent.MediaRequested;
import conveyarr.events.RequestEvent.RequestApproved;
import conveyarr.events.RequestEvent.RequestDeclined;
import conveyarr.events.RequestEvent.RequestFailed;
import conveyarr.events.RequestEvent.RequestFulfilled;
import conveyarr.events.RequestEvent.RequestWithdrawn;
import conveyarr.notification.core.Notification.Text;
import java.util.Optional;

/** Says what people are told of an event, if anything: the ends and the troubles of a request are told, the steps between are not. */
public final class Announcer {
    private final Rules rules;

    public Announcer(Rules rules) {
        this.rules = rules;
    }

    /** {@code title} is what the subject of the event is called, when we know. */
    public Optional<Notification> announce(DomainEvent event, Occurrence occurrence, Optional<Title> title) {
        return rules.silences(event)
                ? Optional.empty()
                : Optional.ofNullable(text(event, Wording.name(event.about(), title)))
                        .map(text -> new Notification(
                                occurrence.id(), event.about(), event.wireName(), occurrence.at(), text));
    }

    /** Null for an event that is not worth telling. */
    private static Text text(DomainEvent event, String name) {
        return switch (event) {
            case RequestEvent e -> text(e, name);
            case AcquisitionEvent e -> text(e, name);
            case DownloadEvent e -> text(e, name);
            case LibraryEvent e -> text(e, name);
            case HealthEvent e -> HealthTexts.of(e, name);
            case NotificationEvent _ -> null;
        };
    }

    private static Text text(RequestEvent event, String name) {
        return switch (event) {
            case MediaRequested e -> new Text("Requested: " + name, Wording.wanted(e), Tone.INFO);
            case RequestFailed e ->
                new Text(
                        "Request failed: " + name,
                        "%s could not hand request %d on."
                                .formatted(e.request().instance(), e.request().number()),
                        Tone.BAD);
            case RequestApproved _, RequestDeclined _, RequestWithdrawn _, RequestFulfilled _ -> null;
        };
    }

    private static Text text(AcquisitionEvent event, String name) {
        return switch (event) {
            case ImportBlocked e ->
                new Text("Needs you: " + name, e.instance() + " does not import it" + quoted(e.reasons()), Tone.BAD);
            case ReleaseFailed e ->
                new Text("Given up: " + name, e.instance() + " gave this download up" + quoted(e.reason()), Tone.WARN);
            case AcquisitionStarted _, ReleaseGrabbed _, AcquisitionFinished _ -> null;
        };
    }

    private static Text text(DownloadEvent event, String name) {
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

    private static Text text(LibraryEvent event, String name) {
        return switch (event) {
            case MediaBecameAvailable e ->
                new Text(
                        "Available: " + name,
                        e.server().map("Ready to watch in %s."::formatted).orElse("It is in the library."),
                        Tone.OK);
            case FileImported _, ScanRequested _ -> null;
        };
    }
}
