package conveyarr.health.timeline;

import conveyarr.events.DownloadEvent.*;
import java.time.Instant;

/** What is told of downloads that wait through no fault of theirs. */
final class Holds {
    private Holds() {}

    static String held(DownloadHeld e) {
        return waits(e.reason(), e.download().client(), e.paused());
    }

    static String changed(DownloadHoldChanged e) {
        return waits(e.reason(), e.download().client(), e.paused());
    }

    private static String waits(HoldReason reason, String client, boolean paused) {
        return because(reason, client) + (paused ? ": paused by us" : ": waits, and its time does not count");
    }

    static Cause cause(HoldReason reason, String client, Instant since) {
        return new Cause(Cause.HELD + reason, because(reason, client), client, since);
    }

    static String released(DownloadReleased e) {
        return "Goes on after " + Words.time(e.heldFor()) + ": "
                + over(e.reason(), e.download().client());
    }

    static String client(ClientEvent event) {
        String client = event.about().name();
        return switch (event) {
            case ClientHeld e -> because(e.reason(), client) + ": " + e.downloads() + " downloads paused by us";
            case ClientReleased e -> over(e.reason(), client) + ": " + e.downloads() + " downloads resumed";
            case ClientSlowed _ -> client + " goes slowly, by its hours";
            case ClientAtFullSpeed e -> client + " goes as fast as before after " + Words.time(e.slowedFor());
            case ListenPortSet e -> client + " listens on the forwarded port " + e.port();
            case ListenPortFailed e -> client + " does not listen on the forwarded port " + e.port();
            case LeakFound e -> client + " is seen at " + e.seen() + ", outside the VPN";
            case LeakEnded e -> client + " is behind the VPN again after " + Words.time(e.lasted());
        };
    }

    static String because(HoldReason reason, String client) {
        return switch (reason) {
            case LEAK -> client + " goes past the VPN";
            case VPN_DOWN -> "VPN lost";
            case VPN_UNKNOWN -> "Nobody knows how the VPN is";
            case CLIENT_UNREACHABLE -> client + " does not answer";
            case CLIENT_DISCONNECTED -> client + " has no connection";
            case CLIENT_DEAF -> "Nobody can connect to " + client;
            case DISK_FULL -> "The disk of " + client + " is nearly full";
            case SCHEDULE -> "Outside the hours of " + client;
            case MANY_STALLED -> "Everything in " + client + " stopped at once";
        };
    }

    private static String over(HoldReason reason, String client) {
        return switch (reason) {
            case LEAK -> client + " is behind the VPN again";
            case VPN_DOWN -> "VPN back";
            case VPN_UNKNOWN -> "the VPN's state is known again";
            case CLIENT_UNREACHABLE -> client + " answers again";
            case CLIENT_DISCONNECTED -> client + " is connected again";
            case CLIENT_DEAF -> client + " can be reached again";
            case DISK_FULL -> "there is room on the disk of " + client;
            case SCHEDULE -> "the hours of " + client + " have come";
            case MANY_STALLED -> client + " moves again";
        };
    }
}
