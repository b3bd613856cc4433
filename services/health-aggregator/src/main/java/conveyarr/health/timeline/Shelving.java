package conveyarr.health.timeline;

import conveyarr.events.Episodes;
import conveyarr.events.LibraryEvent;
import conveyarr.events.LibraryEvent.*;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The way of one title from its import until it can be watched. */
final class Shelving {
    private final Walk walk;
    private final Set<Episodes.Number> late = new HashSet<>();
    private boolean shown;
    private Stage earlier;
    private boolean gone;

    Shelving(Walk walk) {
        this.walk = walk;
    }

    void forget() {
        earlier = Waiting.isOff(walk) ? null : goesOn().orElse(null);
        late.clear();
        shown = false;
        gone = false;
    }

    /** Where it is without its newest requests: what can be watched may be of what was asked for before, in a life that has not ended. */
    Optional<Stage> goesOn() {
        Stage parts = shown ? Stage.INDEXING : earlier;
        return Optional.ofNullable(walk.visits.isAt(Stage.AVAILABLE) ? Stage.AVAILABLE : parts)
                .filter(_ -> !gone);
    }

    /** Nobody asks for more than what was there before. */
    void back() {
        shown = true;
        earlier = null;
    }

    /** The media server listed it before this life, so that it has nothing to tell of what this life brought. */
    boolean isListedSinceBefore() {
        return earlier != null && !shown && !gone;
    }

    /** In whole or in part. */
    boolean canBeWatched() {
        return (shown || walk.visits.isAt(Stage.AVAILABLE)) && !gone;
    }

    void on(LibraryEvent event, Instant at) {
        switch (event) {
            case FileImported _ -> imported(at);
            case MediaBecameAvailable e -> available(e, at);
            case SeriesCaughtUp _, SeriesCompleted _ -> caughtUp(at);
            case LibraryOverdue e -> overdue(e, at);
            case FileDeleted e -> deleted(e);
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
            walk.begin();
        }
        walk.reach(Stage.INDEXING, at);
        walk.standing.imported();
    }

    /** What can be watched has not ended, whoever no longer asks for it. */
    private void available(MediaBecameAvailable e, Instant at) {
        shown = true;
        walk.reach(isPart(e) && !Waiting.isOff(walk) ? Stage.INDEXING : Stage.AVAILABLE, at);
        if (walk.endedByPeople()) {
            walk.clearTrouble();
            walk.visits.reopen(at);
            walk.standing.resume();
        }
        settle(e.episodes());
    }

    /** Nothing lacks, whatever was said before; but no *arr knows yet of what nobody has approved. */
    private void caughtUp(Instant at) {
        if (walk.visits.isAt(Stage.REQUESTED) && !walk.endedByPeople()) {
            earlier = earlier == null ? null : Stage.AVAILABLE;
            return;
        }
        walk.reach(Stage.AVAILABLE, at);
        walk.standing.forget();
        walk.recovered();
    }

    /** Of a series, parts may be there that people can watch: then it stays where it is. */
    private void overdue(LibraryOverdue e, Instant at) {
        if (walk.visits.isAt(Stage.INDEXING)) {
            late.clear();
            e.episodes().ifPresent(some -> late.addAll(some.numbers()));
            var why = new Cause(e.code(), e.words(), e.server().orElse("library"), at);
            walk.standing.found(Standing.LIBRARY, why);
            walk.waitFor(why);
        }
    }

    /** Nobody waits for an episode whose file is gone. */
    private void deleted(FileDeleted e) {
        gone = e.nothingLeft();
        if (!e.reason().equals("upgrade")) {
            settle(e.episodes());
        }
    }

    /** A server that was late with some episodes is so until the last of them. */
    private void settle(Optional<Episodes> some) {
        some.ifPresent(all -> all.numbers().forEach(late::remove));
        if (late.isEmpty()) {
            walk.standing.over(Standing.LIBRARY);
        }
    }
}
