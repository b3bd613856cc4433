package conveyarr.notification.core;

import conveyarr.events.DownloadEvent;
import conveyarr.events.DownloadEvent.*;

/** What the events of a download, or of a client, are to people. */
final class DownloadConcerns {
    private DownloadConcerns() {}

    static Concern of(DownloadEvent event) {
        return switch (event) {
            case DownloadStalled _, OrphanFound _ -> Concern.news(Tone.WARN);
            case DownloadFailed _ -> Concern.NEEDS_YOU;
            case DownloadActionTaken e
            when e.action() == DownloadAction.REPLACE && !e.dryRun() -> Concern.news(Tone.WARN);
            case DownloadStarted _, DownloadProgressed _, DownloadResumed _, DownloadCompleted _, DownloadRemoved _ ->
                Concern.STEP;
            case DownloadHeld _,
                    DownloadHoldChanged _,
                    DownloadReleased _,
                    DownloadActionPlanned _,
                    DownloadActionTaken _,
                    DownloadKept _ -> Concern.STEP;
            case ReplacementWanted _ -> Concern.STEP;
            case ClientEvent e -> of(e);
        };
    }

    /** The VPN, and what does not answer, are told by those who watch them; the hours are the owner's own. */
    private static Concern of(ClientEvent event) {
        return switch (event) {
            case ClientHeld e when e.reason() == HoldReason.DISK_FULL -> Concern.news(Tone.WARN);
            case ClientReleased e when e.reason() == HoldReason.DISK_FULL -> Concern.news(Tone.OK);
            case LeakFound _, ListenPortFailed _ -> Concern.NEEDS_YOU;
            case LeakEnded _ -> Concern.news(Tone.OK);
            case ClientHeld _, ClientReleased _, ClientSlowed _, ClientAtFullSpeed _, ListenPortSet _ -> Concern.STEP;
        };
    }
}
