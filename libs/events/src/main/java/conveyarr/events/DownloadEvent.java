package conveyarr.events;

import java.time.Duration;
import java.util.Optional;

/** Told by download-watcher on {@link Topics#DOWNLOADS}. */
public sealed interface DownloadEvent extends DomainEvent {
    @Override
    MediaId about();

    DownloadId download();

    @Named("download.started.v1")
    record DownloadStarted(MediaId about, DownloadId download, String name, long bytes) implements DownloadEvent {}

    /** Another tenth is done: {@code percent} is 10, 20, ... 90. */
    @Named("download.progressed.v1")
    record DownloadProgressed(MediaId about, DownloadId download, int percent, Optional<Duration> remaining)
            implements DownloadEvent {}

    /** No byte arrived for {@code idle}. */
    @Named("download.stalled.v1")
    record DownloadStalled(MediaId about, DownloadId download, Duration idle) implements DownloadEvent {}

    /** Bytes arrive again after a stall. */
    @Named("download.resumed.v1")
    record DownloadResumed(MediaId about, DownloadId download) implements DownloadEvent {}

    @Named("download.completed.v1")
    record DownloadCompleted(MediaId about, DownloadId download) implements DownloadEvent {}

    /** The client reports an error, such as missing files, in its own word. */
    @Named("download.failed.v1")
    record DownloadFailed(MediaId about, DownloadId download, String reason) implements DownloadEvent {}

    /** Gone from the client before it was complete. */
    @Named("download.removed.v1")
    record DownloadRemoved(MediaId about, DownloadId download) implements DownloadEvent {}
}
