package conveyarr.health.timeline;

import conveyarr.events.AcquisitionEvent.AcquisitionRemoved;
import conveyarr.events.AcquisitionEvent.AttentionNeeded;
import conveyarr.events.AcquisitionEvent.CauseCleared;
import conveyarr.events.AcquisitionEvent.CauseFound;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Why a title waits at its *arr, and whether it is still wanted there. Where two *arr want it, each speaks for itself. */
final class Waiting {
    private final Walk walk;
    private final Set<String> wanting = new HashSet<>();
    private String waitsFor;

    Waiting(Walk walk) {
        this.walk = walk;
    }

    void forget() {
        waitsFor = null;
    }

    /** On the list again after it had been taken off is another life. */
    void wanted(String instance, Instant at) {
        wanting.add(instance);
        if (walk.isTakenOff()) {
            walk.begin();
        }
        walk.reach(Stage.SEARCHING, at);
    }

    /** What is there can be watched, whatever a search waits for; but of a series people want to know what lacks. */
    void found(CauseFound found) {
        if (!walk.visits.isAt(Stage.AVAILABLE) || found.code().equals(Cause.INCOMPLETE)) {
            waitsFor = found.instance() + " " + found.code();
            say(found);
        }
    }

    /** What else is beside the way says more already; but the *arr that is stuck itself knows better why by now. */
    private void say(CauseFound found) {
        if (walk.isStuckAt(found.instance())) {
            walk.getStuck(Stage.NEEDS_YOU, Cause.of(found));
        } else {
            walk.waitFor(Cause.of(found));
        }
    }

    void cleared(CauseCleared cleared) {
        if ((cleared.instance() + " " + cleared.code()).equals(waitsFor)) {
            waitsFor = null;
            walk.recovered();
        }
    }

    /** Of a series that can be watched in part nobody has to act. */
    void late(AttentionNeeded late, Instant at) {
        if (!walk.visits.isAt(Stage.AVAILABLE) && !late.code().equals(Cause.INCOMPLETE)) {
            waitsFor = late.instance() + " " + late.code();
            walk.getStuck(Stage.NEEDS_YOU, Cause.of(late, at));
        }
    }

    /** What was there and keeps its files stays available. */
    void removed(AcquisitionRemoved removed, Instant at) {
        wanting.remove(removed.instance());
        boolean stays = walk.visits.isAt(Stage.AVAILABLE) && !removed.filesDeleted();
        if (wanting.isEmpty() && !stays && !walk.endedByPeople()) {
            walk.takenOff(new Cause(Cause.REMOVED, Story.text(removed, _ -> ""), removed.instance(), at));
        }
    }

    /** Somebody took the download away. */
    static Cause removed(String client, Instant at) {
        return new Cause("DOWNLOAD_REMOVED", "Removed from " + client + " before it was complete", client, at);
    }
}
