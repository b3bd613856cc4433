package conveyarr.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Told by acquisition-coordinator on {@link Topics#ACQUISITIONS}; {@code instance} is the *arr that acquires. All but the last are about a
 * title.
 */
public sealed interface AcquisitionEvent extends DomainEvent {
    String instance();

    /** The *arr has the title on its list and looks for a release. */
    @Named("acquisition.started.v1")
    record AcquisitionStarted(MediaId about, String instance, String title, Optional<Integer> year)
            implements AcquisitionEvent {}

    /** A release was chosen and handed to a download client; {@code attempt} counts from 1. Only a series has {@code episodes}. */
    @Named("acquisition.release-grabbed.v1")
    record ReleaseGrabbed(
            MediaId about,
            String instance,
            String download,
            String release,
            long bytes,
            Optional<String> indexer,
            int attempt,
            Optional<Episodes> episodes)
            implements AcquisitionEvent {
        public ReleaseGrabbed(
                MediaId about,
                String instance,
                String download,
                String release,
                long bytes,
                Optional<String> indexer,
                int attempt) {
            this(about, instance, download, release, bytes, indexer, attempt, Optional.empty());
        }
    }

    /** The *arr gave this download up, in its own words. */
    @Named("acquisition.release-failed.v1")
    record ReleaseFailed(MediaId about, String instance, String download, String reason) implements AcquisitionEvent {}

    /** The download is complete, but the *arr will not import it without a person. */
    @Named("acquisition.import-blocked.v1")
    record ImportBlocked(MediaId about, String instance, String download, List<String> reasons)
            implements AcquisitionEvent {}

    /** All that was wanted is imported. */
    @Named("acquisition.finished.v1")
    record AcquisitionFinished(MediaId about, String instance) implements AcquisitionEvent {}

    /** The history of the *arr no longer reaches back to where we had read: what happened between the two moments may be missing. */
    @Named("acquisition.history-gap-found.v1")
    record HistoryGapFound(ComponentId about, String instance, Instant after, Instant before)
            implements AcquisitionEvent {}
}
