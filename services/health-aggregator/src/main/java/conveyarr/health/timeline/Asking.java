package conveyarr.health.timeline;

import conveyarr.events.AcquisitionEvent.*;
import conveyarr.events.RequestEvent;
import conveyarr.events.RequestEvent.*;
import conveyarr.events.RequestId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** The requests of one title: several people may ask for it, and it has ended when all of theirs have. */
final class Asking {
    private final Walk walk;
    private final Set<RequestId> asked = new HashSet<>();
    private final Set<RequestId> ended = new HashSet<>();
    private final Set<RequestId> before = new HashSet<>();

    Asking(Walk walk) {
        this.walk = walk;
    }

    void on(RequestEvent event, Instant at) {
        switch (event) {
            case MediaRequested requested -> asked(requested.request(), at);
            case RequestApproved approved -> approved(approved.request(), at);
            case RequestDeclined declined -> ended(declined.request(), Stage.DECLINED, cause(declined, "DECLINED", at));
            case RequestWithdrawn withdrawn ->
                ended(withdrawn.request(), Stage.WITHDRAWN, cause(withdrawn, "WITHDRAWN", at));
            case RequestFailed failed -> failed(cause(failed, "HAND_OVER_FAILED", at));
            case RequestFulfilled fulfilled -> fulfilled(fulfilled.request(), at);
            case HandOverRetried retried -> retried(retried, at);
            case RequestActionTaken _ -> {} // what comes of it is told by itself
        }
    }

    /**
     * The first request of a life belongs to it, however late it is found; so does one that was told before. What comes when a part can be
     * watched is for more than that, and has a way of its own to go.
     */
    private void asked(RequestId request, Instant at) {
        boolean over = walk.visits.isAt(Stage.AVAILABLE) || walk.shelving.canBeWatched() || walk.endedByPeople();
        boolean another = !asked.isEmpty() && !asked.contains(request) && !before.contains(request);
        if (over && another) {
            begin();
        }
        if (!before.contains(request)) {
            asked.add(request);
        }
        walk.reach(Stage.REQUESTED, at);
        if (walk.visits.isBefore(Stage.APPROVED) && walk.cause().isEmpty()) {
            walk.waitFor(new Cause(
                    Cause.UNAPPROVED,
                    "Nobody has approved it yet",
                    request.instance(),
                    at,
                    true,
                    "",
                    "Approve or decline it in " + request.instance() + ", or here"));
        }
    }

    private void begin() {
        walk.begin();
        before.addAll(asked);
        asked.clear();
        ended.clear();
    }

    /**
     * Seerr believes the *arr's word for it, so this counts only for what was in the library all along, and where nobody else tells: the media
     * server lists the title since an earlier life.
     */
    private void fulfilled(RequestId request, Instant at) {
        boolean imported = walk.shelving.isListedSinceBefore() && walk.visits.isAt(Stage.INDEXING);
        if (!before.contains(request) && (imported || walk.visits.isBefore(Stage.SEARCHING))) {
            walk.reach(Stage.AVAILABLE, at);
        }
    }

    private void approved(RequestId request, Instant at) {
        ended.remove(request);
        boolean failedOnTheWay = walk.isAside(Stage.FAILED) && walk.visits.isBefore(Stage.SEARCHING);
        if (walk.endedByPeople() || failedOnTheWay) {
            walk.clearTrouble();
        }
        walk.reach(Stage.APPROVED, at);
        walk.visits.reopen(at);
        walk.standing.resume();
    }

    /** What can be watched is there, whoever no longer asks for it. */
    private void ended(RequestId request, Stage how, Cause why) {
        ended.add(request);
        if (!ended.containsAll(asked) || walk.shelving.canBeWatched()) {
            return;
        }
        var rest = walk.shelving.goesOn().filter(_ -> !walk.endedByPeople());
        if (rest.isPresent()) {
            walk.reach(rest.get(), why.since());
            walk.shelving.back();
        } else {
            walk.visits.close(why.since());
            walk.stepAside(how, why);
        }
    }

    /** Seerr tells no second time that it hands a request on. */
    private void retried(HandOverRetried retried, Instant at) {
        if (walk.visits.isBefore(Stage.SEARCHING)) {
            if (retried.refusal().isEmpty() && walk.isAside(Stage.FAILED)) {
                walk.clearTrouble();
            }
            walk.slowDown(cause(retried, "HAND_OVER_LATE", at));
        }
    }

    /** The *arr may still not have it when Seerr thinks that it has handed it on. */
    void on(HandOverEvent event, Instant at) {
        if (!walk.visits.isBefore(Stage.SEARCHING)) {
            return;
        }
        switch (event) {
            case HandOverDelayed delayed when delayed.code().isPresent() -> unwatched(delayed, at);
            case HandOverDelayed delayed -> late(delayed, at);
            case HandOverWanted wanted -> late(wanted, at);
            case HandOverGivenUp givenUp ->
                walk.getStuck(Stage.FAILED, new Cause("HAND_OVER_FAILED", givenUp.reason(), givenUp.instance(), at));
        }
    }

    private void unwatched(HandOverDelayed e, Instant at) {
        String you = e.you().orElse("");
        walk.slowDown(new Cause(e.code().orElseThrow(), e.reason(), "Conveyarr", at, true, "", you));
    }

    private void late(HandOverEvent event, Instant at) {
        walk.slowDown(new Cause("HAND_OVER_LATE", Story.text(event, _ -> ""), event.instance(), at));
    }

    private void failed(Cause why) {
        if (walk.visits.isBefore(Stage.SEARCHING)) {
            walk.stepAside(Stage.FAILED, why);
        }
    }

    private static Cause cause(RequestEvent event, String code, Instant at) {
        return new Cause(code, Story.text(event, _ -> ""), event.request().instance(), at);
    }
}
