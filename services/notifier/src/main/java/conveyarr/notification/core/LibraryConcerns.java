package conveyarr.notification.core;

import conveyarr.events.LibraryEvent;
import conveyarr.events.LibraryEvent.*;

/** What the events of the library are to people. */
final class LibraryConcerns {
    private LibraryConcerns() {}

    static Concern of(LibraryEvent event) {
        return switch (event) {
            case MediaBecameAvailable _ -> Concern.news(Tone.OK);
            case SeasonCompleted _ -> Concern.news(Tone.OK);
            case LibraryOverdue e -> e.certain() ? Concern.NEEDS_YOU : Concern.news(Tone.WARN);
            case FileImported _, ScanRequested _, FileRenamed _, FileDeleted _ -> Concern.STEP;
            // Told by what goes with them: that episodes are available, that the last season is complete.
            case FirstEpisodeAvailable _, SeriesCompleted _, SeriesCaughtUp _ -> Concern.STEP;
        };
    }
}
