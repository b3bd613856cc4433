package conveyarr.health.timeline;

import conveyarr.events.LibraryEvent;
import conveyarr.events.LibraryEvent.*;
import java.time.Instant;

/** The way of one title from its import until it can be watched. */
final class Shelving {
    private final Walk walk;
    private boolean gone;

    Shelving(Walk walk) {
        this.walk = walk;
    }

    void on(LibraryEvent event, Instant at) {
        switch (event) {
            case FileImported _ -> imported(at);
            case MediaBecameAvailable e -> walk.reach(isPart(e) ? Stage.INDEXING : Stage.AVAILABLE, at);
            case SeriesCaughtUp _, SeriesCompleted _ -> walk.reach(Stage.AVAILABLE, at);
            case LibraryOverdue e -> overdue(e, at);
            case FileDeleted e -> gone = e.nothingLeft();
            // What is told of files and of a series beyond that moves the title nowhere; a scan may be for one that is
            // gone.
            case ScanRequested _, FileRenamed _, FirstEpisodeAvailable _, SeasonCompleted _ -> {}
        }
    }

    /** Some episodes of a series that can be watched are not the series: that nothing lacks any more is told by itself. */
    private static boolean isPart(MediaBecameAvailable event) {
        return event.about().kind().equals("series") && event.episodes().isPresent();
    }

    /** What comes after all was removed begins a new life. */
    private void imported(Instant at) {
        if (gone) {
            gone = false;
            walk.begin();
        }
        walk.reach(Stage.INDEXING, at);
        walk.recovered();
    }

    /** Of a series, parts may be there that people can watch: then it stays where it is. */
    private void overdue(LibraryOverdue e, Instant at) {
        if (walk.visits.isAt(Stage.INDEXING)) {
            walk.slowDown(new Cause(e.code(), e.words(), e.server().orElse("library"), at));
        }
    }
}
