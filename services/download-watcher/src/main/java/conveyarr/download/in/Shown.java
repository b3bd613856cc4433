package conveyarr.download.in;

import conveyarr.download.core.Download;
import conveyarr.download.core.Download.*;
import conveyarr.events.DownloadEvent.HoldReason;
import conveyarr.upstream.DownloadClient.Phase;
import java.util.Optional;

/** The words of the API for states, tones and reasons. */
final class Shown {
    private Shown() {}

    static String state(Download download, Optional<Phase> phase) {
        return switch (download) {
            case Awaited _ -> "awaited";
            case Unclaimed _ -> "orphan";
            case Running _ -> phase.map(DownloadView::word).orElse("downloading");
            case Stalled _ -> "stalled";
            case Held _ -> "held";
            case Failed _ -> "failed";
            case Refused _ -> "import-refused";
            case Finished _ -> "done";
            case Removed _ -> "removed";
            case Unknown _ -> "unknown";
        };
    }

    static String tone(String state) {
        return switch (state) {
            case "held", "awaited", "queued", "paused" -> "wait";
            case "stalled" -> "warn";
            case "failed", "import-refused", "broken" -> "bad";
            case "done" -> "ok";
            case "orphan", "removed", "unknown" -> "off";
            default -> "info"; // the client's phases of a life that goes on
        };
    }

    static String words(HoldReason reason) {
        return switch (reason) {
            case LEAK -> "the client goes past the VPN";
            case VPN_DOWN -> "the VPN is down";
            case VPN_UNKNOWN -> "nobody knows how the VPN is";
            case CLIENT_UNREACHABLE -> "the client does not answer";
            case CLIENT_DISCONNECTED -> "the client has no connection";
            case CLIENT_DEAF -> "nobody can connect to the client";
            case DISK_FULL -> "the disk is nearly full";
            case SCHEDULE -> "it is outside the hours";
            case MANY_STALLED -> "all stopped at once";
        };
    }
}
