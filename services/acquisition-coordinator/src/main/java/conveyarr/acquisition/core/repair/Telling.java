package conveyarr.acquisition.core.repair;

import conveyarr.events.AcquisitionEvent.RepairDone;
import conveyarr.events.EventId;
import conveyarr.events.Occurrence;
import conveyarr.events.RepairOutcome;
import conveyarr.events.Via;
import conveyarr.flow.Effect;
import java.time.Instant;

/** Tells what came of an order; one order is told once. */
public record Telling(String instance, Instant at) {
    private static final String NAME = "acquisition.repair-done.v1";

    public Effect refused(RepairOrder order, String words) {
        return tell(order, RepairOutcome.REFUSED, words);
    }

    Effect tell(RepairOrder order, RepairOutcome outcome, String words) {
        var event = new RepairDone(
                order.media(),
                instance,
                order.action(),
                order.target().download(),
                outcome,
                words,
                order.why().reason(),
                order.byHand());
        return Effect.publish(event, new Occurrence(EventId.of(order.id(), NAME), at, Via.SELF, instance));
    }

    /** What an order comes to when nobody objects. */
    static String done(RepairOrder order, boolean gone) {
        return switch (order.action()) {
            case RETRY_OTHER_RELEASE ->
                gone
                        ? "the download had gone already; another release is searched for"
                        : "removed the download and its data, blocked the release, and searches for another";
            case RETRY_SEARCH -> "searches for a release";
            case FORCE_IMPORT -> "imports what it had refused";
            case RESCAN -> "looks at the folder of the title";
        };
    }

    static String notThere(Repairs state, RepairOrder order) {
        return order.target()
                .download()
                .map(download -> "the queue of " + state.instance() + " has no such download of this title")
                .orElse(state.instance() + " does not list this title");
    }
}
