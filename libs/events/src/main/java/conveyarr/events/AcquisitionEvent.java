package conveyarr.events;

import java.time.Duration;
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

    /**
     * What came of something that was to be done for a title at its *arr; {@code words} say what was really done, or, of a dry run, would have
     * been, or why it was refused. {@code reason} is why it was wanted; {@code byHand}: a person confirmed it.
     */
    @Named("acquisition.repair-done.v1")
    record RepairDone(
            MediaId about,
            String instance,
            RepairAction action,
            Optional<String> download,
            RepairOutcome outcome,
            String words,
            String reason,
            boolean byHand)
            implements AcquisitionEvent {}

    /**
     * Why a title does not move, from {@code since} on: a {@code code} for machines, the words of {@code source}, whether that is certain, what
     * happens {@code next} by itself, and what a person ({@code you}) can do. It replaces the cause that was told before.
     */
    @Named("acquisition.cause-found.v1")
    record CauseFound(
            MediaId about,
            String instance,
            String code,
            String text,
            String source,
            boolean certain,
            Instant since,
            String next,
            String you)
            implements AcquisitionEvent {}

    /** What stood in the way does so no longer. */
    @Named("acquisition.cause-cleared.v1")
    record CauseCleared(MediaId about, String instance, String code, Duration lasted) implements AcquisitionEvent {}

    /** It is in {@code stage} (SEARCHING, DOWNLOADING, IMPORTING or INDEXING) for longer than {@code limit}. */
    @Named("acquisition.needs-attention.v1")
    record AttentionNeeded(
            MediaId about,
            String instance,
            String stage,
            Instant since,
            Duration limit,
            String code,
            String text,
            String you)
            implements AcquisitionEvent {}

    /**
     * Somebody took the title off the list of the *arr; what comes later is another life of it, with a start of its own. {@code filesDeleted} as far
     * as the *arr said so.
     */
    @Named("acquisition.removed.v1")
    record AcquisitionRemoved(MediaId about, String instance, boolean filesDeleted) implements AcquisitionEvent {}

    /** The history of the *arr no longer reaches back to where we had read: what happened between the two moments may be missing. */
    @Named("acquisition.history-gap-found.v1")
    record HistoryGapFound(ComponentId about, String instance, Instant after, Instant before)
            implements AcquisitionEvent {}

    /** What becomes of an approved request until the *arr has the title; its {@code instance} is the Seerr that approved it. */
    sealed interface HandOverEvent extends AcquisitionEvent {
        RequestId request();

        @Override
        MediaId about();

        @Override
        default String instance() {
            return request().instance();
        }
    }

    /** No *arr can be asked whether it has the title. With a {@code code}, it stays so until somebody does what {@code you} says. */
    @Named("acquisition.hand-over-delayed.v1")
    record HandOverDelayed(MediaId about, RequestId request, String reason, Optional<String> code, Optional<String> you)
            implements HandOverEvent {
        public HandOverDelayed(MediaId about, RequestId request, String reason) {
            this(about, request, reason, Optional.empty(), Optional.empty());
        }
    }

    /** The request is approved, and the *arr does not have the title: Seerr is to hand it on again. {@code attempt} counts from 1. */
    @Named("acquisition.hand-over-wanted.v1")
    record HandOverWanted(MediaId about, RequestId request, int attempt) implements HandOverEvent {}

    /** The *arr still does not have the title, and we do no more about it. */
    @Named("acquisition.hand-over-given-up.v1")
    record HandOverGivenUp(MediaId about, RequestId request, int attempts, String reason) implements HandOverEvent {}
}
