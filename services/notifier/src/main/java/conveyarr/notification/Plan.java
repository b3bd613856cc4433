package conveyarr.notification;

import conveyarr.notification.Waits.Collect;
import java.util.List;
import java.util.stream.Stream;

/** What is done with one event at one target. */
sealed interface Plan {
    /** It is written down, to be sent or not. */
    record Ledger(First first) implements Plan {}

    /** It waits for others, or for the end of the night. */
    record Wait(Collect collect) implements Plan {}

    static List<First> firsts(List<Plan> plans) {
        return only(plans, Ledger.class).map(Ledger::first).toList();
    }

    static List<Collect> collects(List<Plan> plans) {
        return only(plans, Wait.class).map(Wait::collect).toList();
    }

    private static <P extends Plan> Stream<P> only(List<Plan> plans, Class<P> kind) {
        return plans.stream().filter(kind::isInstance).map(kind::cast);
    }
}
