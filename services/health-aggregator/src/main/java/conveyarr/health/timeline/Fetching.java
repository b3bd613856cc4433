package conveyarr.health.timeline;

import conveyarr.events.AcquisitionEvent;
import conveyarr.events.AcquisitionEvent.*;
import conveyarr.events.DownloadEvent.*;
import conveyarr.events.DownloadId;
import conveyarr.health.timeline.Course.Moving;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** From the search to the complete download. What is said of a download that was given up no longer counts. */
final class Fetching {
    private final Walk walk;
    private final Set<String> givenUp = new HashSet<>();
    private final Set<String> grabbed = new HashSet<>();
    private String newest;
    private final Waiting waiting;

    Fetching(Walk walk) {
        this.walk = walk;
        this.waiting = new Waiting(walk);
    }

    void forget() {
        givenUp.clear();
        grabbed.clear();
        newest = null;
    }

    void on(AcquisitionEvent event, Instant at) {
        switch (event) {
            case AcquisitionStarted started -> waiting.wanted(started.instance(), at);
            case ReleaseGrabbed grabbed -> grabbed(DownloadId.normal(grabbed.download()), at);
            case ReleaseFailed failed -> givenUp(failed, at);
            case ImportBlocked blocked -> blocked(blocked, at);
            case CauseFound found -> waiting.found(found);
            case CauseCleared cleared -> waiting.cleared(cleared);
            case AttentionNeeded late -> waiting.late(late, at);
            case AcquisitionRemoved removed -> waiting.removed(removed, at);
            case HandOverEvent _,
                    AcquisitionFinished _,
                    RepairDone _,
                    HistoryGapFound _ -> {} // the import itself is the step; a gap is about no title
        }
    }

    /** For a title that is in the library already, a grab is an upgrade and changes nothing. */
    private void grabbed(String download, Instant at) {
        givenUp.remove(download);
        grabbed.add(download);
        boolean other = newest != null && !newest.equals(download);
        newest = download;
        if (other && walk.cause().isPresent() && inHands()) {
            walk.again(Stage.DOWNLOADING, at);
        } else {
            walk.reach(Stage.DOWNLOADING, at);
        }
    }

    private void givenUp(ReleaseFailed failed, Instant at) {
        String download = DownloadId.normal(failed.download());
        givenUp.add(download);
        if (inHands() && !walk.endedByPeople() && (newest == null || newest.equals(download))) {
            walk.again(Stage.SEARCHING, at);
            walk.slowDown(new Cause("RELEASE_FAILED", failed.reason(), failed.instance(), at));
        }
    }

    /** After the import it says no more than that there was one. */
    private void blocked(ImportBlocked blocked, Instant at) {
        walk.reach(Stage.IMPORTING, at);
        if (walk.visits.isAt(Stage.IMPORTING)) {
            String reasons = String.join("; ", blocked.reasons());
            walk.getStuck(Stage.NEEDS_YOU, new Cause("IMPORT_BLOCKED", reasons, blocked.instance(), at));
        }
    }

    void on(OneDownload event, Instant at) {
        String hash = event.download().hash();
        if (!givenUp.contains(hash)) {
            on(event, at, grabbed.contains(hash) && !hash.equals(newest));
        }
    }

    /** An {@code older} download has started and may be complete; how it does otherwise is said by the newest. */
    private void on(OneDownload event, Instant at, boolean older) {
        if (older && !(event instanceof DownloadStarted || event instanceof DownloadCompleted)) {
            return;
        }
        String client = event.download().client();
        switch (event) {
            case DownloadStarted _ -> walk.reach(Stage.DOWNLOADING, at);
            case DownloadProgressed progressed -> progressed(progressed, at);
            case DownloadStalled stalled ->
                slower(new Cause("STALLED", "No data for " + Words.time(stalled.idle()), client, at));
            case DownloadResumed _ -> healthy(at);
            case DownloadCompleted _ -> walk.reach(Stage.IMPORTING, at);
            case DownloadFailed failed ->
                broken(Stage.FAILED, new Cause("DOWNLOAD_FAILED", failed.reason(), client, at));
            case DownloadRemoved _ -> broken(Stage.NEEDS_YOU, Waiting.removed(client, at));
            case DownloadHeld held -> slower(Holds.cause(held.reason(), client, at));
            case DownloadHoldChanged held -> slower(Holds.cause(held.reason(), client, at));
            case DownloadReleased _ -> healthy(at);
            case DownloadActionPlanned _,
                    DownloadActionTaken _,
                    DownloadKept _,
                    OrphanFound _,
                    ReplacementWanted _ -> {}
        }
    }

    private void progressed(DownloadProgressed seen, Instant at) {
        healthy(at);
        if (walk.visits.isAt(Stage.DOWNLOADING)) {
            walk.moves(new Moving(
                    Optional.of(seen.percent() / 100.0), seen.remaining().map(at::plus)));
        }
    }

    private void healthy(Instant at) {
        walk.reach(Stage.DOWNLOADING, at);
        if (walk.visits.isAt(Stage.DOWNLOADING)) {
            walk.recovered();
        }
    }

    private void slower(Cause why) {
        walk.reach(Stage.DOWNLOADING, why.since());
        if (walk.visits.isAt(Stage.DOWNLOADING)) {
            walk.slowDown(why);
        }
    }

    private void broken(Stage how, Cause why) {
        walk.reach(Stage.DOWNLOADING, why.since());
        if (walk.visits.isAt(Stage.DOWNLOADING)) {
            walk.getStuck(how, why);
        }
    }

    private boolean inHands() {
        return walk.visits.isAt(Stage.DOWNLOADING) || walk.visits.isAt(Stage.IMPORTING);
    }
}
