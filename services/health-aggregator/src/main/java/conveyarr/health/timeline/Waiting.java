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

    Waiting(Walk walk) {
        this.walk = walk;
    }

    /** On the list again after it had been taken off is another life. */
    void wanted(String instance, Instant at) {
        wanting.add(instance);
        if (isOff(walk)) {
            walk.begin();
        }
        walk.reach(Stage.SEARCHING, at);
    }

    /** No *arr has it on its list any more. */
    static boolean isOff(Walk walk) {
        return walk.cause().filter(why -> why.code().equals(Cause.REMOVED)).isPresent();
    }

    /** What is there can be watched, whatever a search waits for; but of a series people want to know what lacks. */
    void found(CauseFound found) {
        if (!walk.visits.isAt(Stage.AVAILABLE) || found.code().equals(Cause.INCOMPLETE)) {
            say(found.instance(), Cause.of(found));
        } else {
            walk.standing.over(found.instance());
        }
    }

    /** What else is beside the way says more already; but the *arr that is stuck itself knows better why by now, or that nobody has to act. */
    private void say(String instance, Cause why) {
        boolean stuck = walk.isAside(Stage.NEEDS_YOU) && walk.standing.isBy(instance);
        walk.standing.found(instance, why);
        if (walk.visits.isAt(Stage.REQUESTED) && why.code().equals(Cause.INCOMPLETE)) {
            return; // that nobody has approved it is what people want to know
        }
        if (stuck && why.calm()) {
            walk.recovered();
        }
        if (stuck && !why.calm()) {
            walk.getStuck(Stage.NEEDS_YOU, why);
        } else {
            walk.waitFor(why);
        }
    }

    void cleared(CauseCleared cleared) {
        walk.standing.over(cleared.instance(), cleared.code());
    }

    /** Of a series that can be watched in part nobody has to act. */
    void late(AttentionNeeded late, Instant at) {
        if (!walk.visits.isAt(Stage.AVAILABLE) && !late.code().equals(Cause.INCOMPLETE)) {
            walk.standing.found(late.instance(), Cause.of(late, at));
            walk.getStuck(Stage.NEEDS_YOU, Cause.of(late, at));
        }
    }

    /** What was there and keeps its files can be watched still, and nothing lacks of what nobody wants any more. */
    void removed(AcquisitionRemoved removed, Instant at) {
        wanting.remove(removed.instance());
        walk.standing.over(removed.instance());
        if (!wanting.isEmpty() || walk.endedByPeople()) {
            return;
        }
        boolean stays = walk.shelving.canBeWatched() || walk.shelving.goesOn().isPresent();
        if (stays && !removed.filesDeleted()) {
            walk.reach(Stage.AVAILABLE, at);
        } else {
            walk.takenOff(new Cause(Cause.REMOVED, Story.text(removed, _ -> ""), removed.instance(), at));
        }
    }

    /** Somebody took the download away. */
    static Cause removed(String client, Instant at) {
        return new Cause("DOWNLOAD_REMOVED", "Removed from " + client + " before it was complete", client, at);
    }
}
