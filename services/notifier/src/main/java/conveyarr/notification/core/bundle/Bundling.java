package conveyarr.notification.core.bundle;

import static conveyarr.flow.Next.next;

import conveyarr.flow.Next;
import conveyarr.notification.core.Call.Deliver;
import conveyarr.notification.core.DeliveryId;
import conveyarr.notification.core.bundle.Bundle.Collecting;
import conveyarr.notification.core.bundle.Bundle.Empty;
import conveyarr.notification.core.bundle.Bundle.Growth;
import conveyarr.notification.core.bundle.Bundle.Load;
import conveyarr.notification.core.bundle.Bundle.Signal;
import conveyarr.notification.core.bundle.Bundle.Signal.Arrived;
import conveyarr.notification.core.bundle.Bundle.Signal.ClockTicked;
import conveyarr.notification.core.bundle.Bundle.Told;
import java.time.Instant;
import java.util.Optional;

/** Decides when what was collected is told, and whether what comes late makes an earlier message grow. */
public final class Bundling {
    private record Moment(Bundle state, Signal signal) {}

    public Next<Bundle> on(Bundle state, Signal signal) {
        return switch (new Moment(state, signal)) {
            case Moment(Empty _, Arrived a) -> next(begun(a, a.load(), Optional.empty()));
            case Moment(Told t, Arrived a)
            when t.load().parts().containsAll(a.load().parts()) -> next(t);
            case Moment(Told t, Arrived a)
            when !a.now().isAfter(t.at().plus(a.terms().editFor())) ->
                next(begun(
                        a,
                        t.load().with(a.load()),
                        Optional.of(new Growth(t.id(), a.load().without(t.load())))));
            case Moment(Told _, Arrived a) -> next(begun(a, a.load(), Optional.empty()));
            case Moment(Collecting c, Arrived a) -> next(grown(c, a));
            case Moment(Collecting c, ClockTicked t) when !t.now().isBefore(c.dueAt()) -> told(c, t.now());
            case Moment(Collecting c, ClockTicked _) -> next(c);
            case Moment(Empty e, ClockTicked _) -> next(e);
            case Moment(Told t, ClockTicked _) -> next(t);
        };
    }

    private static Bundle begun(Arrived a, Load load, Optional<Growth> growth) {
        return new Collecting(a.target(), a.terms(), load, a.now(), a.terms().due(a.now(), a.now()), growth);
    }

    /** A time that was set, such as the end of the night, is not moved by more of the same. */
    private static Bundle grown(Collecting c, Arrived a) {
        Instant due = c.terms().due().isPresent() ? c.dueAt() : a.terms().due(c.since(), a.now());
        var growth = c.growth().map(before -> before.with(a.load().without(c.load())));
        return new Collecting(c.target(), c.terms(), c.load().with(a.load()), c.since(), due, growth);
    }

    private static Next<Bundle> told(Collecting c, Instant now) {
        var deliver = new Deliver(c.target(), c.terms().kind(), c.load(), Optional.of(c.dueAt()), c.growth());
        String id = new DeliveryId(deliver.id(), c.target()).toString();
        return next(new Told(c.load(), now, c.growth().map(Growth::edits).orElse(id)), deliver);
    }
}
