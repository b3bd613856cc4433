package conveyarr.acquisition.in;

import conveyarr.acquisition.core.cause.Evidence.Told;
import conveyarr.acquisition.core.cause.VigilSignal.Heard;
import conveyarr.events.DownloadEvent.*;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** What download-watcher says of why a download waits, or that it goes on. */
final class Hearsay {
    private static final boolean MOVED = true;

    private Hearsay() {}

    /** Empty for what says neither. */
    static Optional<Heard> of(OneDownload event, Instant at) {
        String client = event.download().client();
        return switch (event) {
            case DownloadHeld e ->
                Optional.of(waits(e, at, told("HELD_" + e.reason(), held(e.reason(), client), client)));
            case DownloadHoldChanged e ->
                Optional.of(waits(e, at, told("HELD_" + e.reason(), held(e.reason(), client), client)));
            case DownloadStalled e ->
                Optional.of(waits(e, at, told("STALLED", "No data for " + minutes(e.idle()), client)));
            case DownloadActionPlanned e -> Optional.of(waits(e, at, planned(e, client)));
            case DownloadFailed e -> Optional.of(waits(e, at, told("DOWNLOAD_FAILED", e.reason(), client)));
            case DownloadRemoved e ->
                Optional.of(waits(
                        e,
                        at,
                        told("DOWNLOAD_REMOVED", "It was removed from " + client + " before it was complete", client)));
            case DownloadStarted _, DownloadProgressed _, DownloadResumed _, DownloadReleased _, DownloadCompleted _ ->
                Optional.of(new Heard(at, event.download().hash(), Optional.empty(), MOVED));
            case DownloadActionTaken _, DownloadKept _, OrphanFound _, ReplacementWanted _ -> Optional.empty();
        };
    }

    private static Heard waits(OneDownload event, Instant at, Told told) {
        return new Heard(at, event.download().hash(), Optional.of(told), !MOVED);
    }

    private static Told told(String code, String text, String client) {
        return new Told(code, text, client, Optional.empty());
    }

    private static Told planned(DownloadActionPlanned e, String client) {
        String plan =
                "Unless it moves, " + e.action().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " at "
                        + e.due().truncatedTo(ChronoUnit.SECONDS);
        return new Told("STALLED", e.reason(), client, Optional.of(plan));
    }

    private static String held(HoldReason reason, String client) {
        return switch (reason) {
            case LEAK -> client + " goes past the VPN";
            case VPN_DOWN -> "The VPN is down";
            case VPN_UNKNOWN -> "Nobody knows how the VPN is";
            case CLIENT_UNREACHABLE -> client + " does not answer";
            case CLIENT_DISCONNECTED -> client + " has no connection";
            case CLIENT_DEAF -> "Nobody can connect to " + client;
            case DISK_FULL -> "The disk of " + client + " is nearly full";
            case SCHEDULE -> "It is outside the hours of " + client;
            case MANY_STALLED -> "Everything in " + client + " stopped at once";
        };
    }

    private static String minutes(Duration time) {
        return time.toMinutes() + " min";
    }
}
