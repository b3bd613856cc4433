package conveyarr.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Told by download-watcher on {@link Topics#DOWNLOADS}: of one download, or of a client with all that it has. */
public sealed interface DownloadEvent extends DomainEvent {

    /** About one download, which is for one title. */
    sealed interface OneDownload extends DownloadEvent {
        @Override
        MediaId about();

        DownloadId download();
    }

    /** About a download client. */
    sealed interface ClientEvent extends DownloadEvent {
        @Override
        ComponentId about();
    }

    @Named("download.started.v1")
    record DownloadStarted(MediaId about, DownloadId download, String name, long bytes) implements OneDownload {}

    /** Another tenth is done: {@code percent} is 10, 20, ... 90. */
    @Named("download.progressed.v1")
    record DownloadProgressed(MediaId about, DownloadId download, int percent, Optional<Duration> remaining)
            implements OneDownload {}

    /** No byte arrived for {@code idle}. */
    @Named("download.stalled.v1")
    record DownloadStalled(MediaId about, DownloadId download, Duration idle) implements OneDownload {}

    /** Bytes arrive again after a stall. */
    @Named("download.resumed.v1")
    record DownloadResumed(MediaId about, DownloadId download) implements OneDownload {}

    @Named("download.completed.v1")
    record DownloadCompleted(MediaId about, DownloadId download) implements OneDownload {}

    /** The client reports an error, such as missing files, in its own word. */
    @Named("download.failed.v1")
    record DownloadFailed(MediaId about, DownloadId download, String reason) implements OneDownload {}

    /** Gone from the client before it was complete. */
    @Named("download.removed.v1")
    record DownloadRemoved(MediaId about, DownloadId download) implements OneDownload {}

    /**
     * It waits for {@code reason} to end, and its time does not count; {@code paused} says that we paused it as well. Told once a hold,
     * however many reasons it has: what it waits for later is {@link DownloadHoldChanged}, and its end is {@link DownloadReleased}.
     */
    @Named("download.held.v1")
    record DownloadHeld(MediaId about, DownloadId download, HoldReason reason, boolean paused) implements OneDownload {}

    /**
     * It waits on, in the same hold, for another reason: a graver one that has come, as when the client loses its connection a moment before
     * the VPN is known to be down, or what shows once it is known how the client or the VPN is.
     */
    @Named("download.hold-changed.v1")
    record DownloadHoldChanged(MediaId about, DownloadId download, HoldReason reason, boolean paused)
            implements OneDownload {}

    /** Nothing holds it any more; {@code reason} is the one that was told last. */
    @Named("download.released.v1")
    record DownloadReleased(MediaId about, DownloadId download, HoldReason reason, Duration heldFor)
            implements OneDownload {}

    /** What will be done with a stuck download, and when, unless it moves or somebody keeps it. */
    @Named("download.action-planned.v1")
    record DownloadActionPlanned(MediaId about, DownloadId download, DownloadAction action, Instant due, String reason)
            implements OneDownload {}

    /** What was done, or, in a {@code dryRun}, would have been done. */
    @Named("download.action-taken.v1")
    record DownloadActionTaken(MediaId about, DownloadId download, DownloadAction action, String reason, boolean dryRun)
            implements OneDownload {}

    /** A person wants this download left alone; nothing is planned for it any more. */
    @Named("download.kept.v1")
    record DownloadKept(MediaId about, DownloadId download) implements OneDownload {}

    /** Asks the *arr that wanted it: remove it, block the release, and look for another. */
    @Named("download.replacement-wanted.v1")
    record ReplacementWanted(MediaId about, DownloadId download, String reason) implements OneDownload {}

    /** No *arr waits for this download, since {@code since}, though its category is one of an *arr, or one had asked for it. */
    @Named("download.orphan-found.v1")
    record OrphanFound(MediaId about, DownloadId download, String release, Instant since) implements OneDownload {}

    /** Downloads of this client wait; {@code downloads} are the ones that we paused, none when the client is only watched. */
    @Named("download.client-held.v1")
    record ClientHeld(ComponentId about, HoldReason reason, String why, int downloads) implements ClientEvent {}

    /** {@code reason} is over; {@code downloads} are resumed, none while another reason holds them. */
    @Named("download.client-released.v1")
    record ClientReleased(ComponentId about, HoldReason reason, Duration heldFor, int downloads)
            implements ClientEvent {}

    /** The hours of little speed have begun, and the client goes slowly. */
    @Named("download.client-slowed.v1")
    record ClientSlowed(ComponentId about) implements ClientEvent {}

    /** The client goes as fast as it did before the hours of little speed. */
    @Named("download.client-at-full-speed.v1")
    record ClientAtFullSpeed(ComponentId about, Duration slowedFor) implements ClientEvent {}

    /** The client listens on the port that the VPN forwards; {@code reopened} after another was set first, because it was deaf. */
    @Named("download.listen-port-set.v1")
    record ListenPortSet(ComponentId about, int before, int port, boolean reopened) implements ClientEvent {}

    /** The client cannot be brought to listen on the forwarded port, {@code attempts} times since {@code since}. */
    @Named("download.listen-port-failed.v1")
    record ListenPortFailed(ComponentId about, int port, int attempts, Instant since, String why)
            implements ClientEvent {}

    /** The world sees the client at {@code seen}, which is not the VPN's address. */
    @Named("download.leak-found.v1")
    record LeakFound(ComponentId about, String seen, String expected) implements ClientEvent {}

    @Named("download.leak-ended.v1")
    record LeakEnded(ComponentId about, Duration lasted) implements ClientEvent {}

    /** Why downloads wait through no fault of theirs. */
    enum HoldReason {
        LEAK,
        VPN_DOWN,
        VPN_UNKNOWN,
        CLIENT_UNREACHABLE,
        CLIENT_DISCONNECTED,
        CLIENT_DEAF,
        DISK_FULL,
        SCHEDULE,
        MANY_STALLED
    }

    /** What can be done with a download. */
    enum DownloadAction {
        REANNOUNCE,
        CHANGE_CATEGORY,
        PAUSE,
        RESUME,
        REPLACE,
        REMOVE
    }
}
