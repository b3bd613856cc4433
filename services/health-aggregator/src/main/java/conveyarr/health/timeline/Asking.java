package conveyarr.health.timeline;

import conveyarr.events.RequestEvent;
import conveyarr.events.RequestEvent.MediaRequested;
import conveyarr.events.RequestEvent.RequestApproved;
import conveyarr.events.RequestEvent.RequestDeclined;
import conveyarr.events.RequestEvent.RequestFailed;
import conveyarr.events.RequestEvent.RequestFulfilled;
import conveyarr.events.RequestEvent.RequestWithdrawn;
import conveyarr.events.RequestId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** The requests of one title: several people may ask for it, and it has ended when all of theirs have. */
final class Asking {
    private final Walk walk;
    private final Set<RequestId> asked = new HashSet<>();
    private final Set<RequestId> ended = new HashSet<>();

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
            // Seerr believes the *arr's word for it, so this counts only for what was in the library all along.
            case RequestFulfilled _ -> {
                if (walk.visits.isBefore(Stage.SEARCHING)) {
                    walk.reach(Stage.AVAILABLE, at);
                }
            }
        }
    }

    private void asked(RequestId request, Instant at) {
        boolean over = walk.visits.isAt(Stage.AVAILABLE) || endedByPeople();
        if (over && !asked.contains(request)) {
            walk.begin();
            asked.clear();
            ended.clear();
        }
        asked.add(request);
        walk.reach(Stage.REQUESTED, at);
    }

    private void approved(RequestId request, Instant at) {
        ended.remove(request);
        if (endedByPeople() || walk.isAside(Stage.FAILED)) {
            walk.clearTrouble();
        }
        walk.reach(Stage.APPROVED, at);
    }

    private void ended(RequestId request, Stage how, Cause why) {
        ended.add(request);
        if (ended.containsAll(asked) && !walk.visits.isAt(Stage.AVAILABLE)) {
            walk.visits.close(why.since());
            walk.stepAside(how, why);
        }
    }

    private void failed(Cause why) {
        if (walk.visits.isBefore(Stage.SEARCHING)) {
            walk.stepAside(Stage.FAILED, why);
        }
    }

    private boolean endedByPeople() {
        return walk.isAside(Stage.DECLINED) || walk.isAside(Stage.WITHDRAWN);
    }

    private static Cause cause(RequestEvent event, String code, Instant at) {
        return new Cause(code, Story.text(event, _ -> ""), event.request().instance(), at);
    }
}
