package conveyarr.acquisition.core;

import static conveyarr.flow.Effect.publish;
import static conveyarr.flow.Next.next;

import conveyarr.acquisition.core.Signal.Removed;
import conveyarr.acquisition.core.Signal.Title;
import conveyarr.events.AcquisitionEvent.AcquisitionRemoved;
import conveyarr.events.AcquisitionEvent.AcquisitionStarted;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Next;

/** Decides what it means that a title comes onto the list of an *arr, and that it goes. */
final class Listing {
    private Listing() {}

    /** The title is on the list, or it could not have been grabbed; told once, whichever of the two says so first. */
    static Next<Acquisition> started(Past past, Signal s, Title title) {
        Acquisition now = past.withTitle(title.generation(), s.at()).state();
        if (!past.begins(title.generation())) {
            return next(now);
        }
        var once = Occurrence.at(s.at(), s.occurrence().via(), s.instance(), beginning(s, title.generation()));
        return next(now, publish(new AcquisitionStarted(s.media(), s.instance(), title.name(), title.year()), once));
    }

    private static NaturalKey beginning(Signal s, Generation one) {
        return one.isKnown()
                ? NaturalKey.of("started", s.instance(), s.media(), one.number())
                        .in(one.epoch())
                : NaturalKey.of("started", s.instance(), s.media());
    }

    /** A look at the list finds the same title gone again and again, so it is told when it is news. */
    static Next<Acquisition> removed(Past past, Removed r) {
        Acquisition now = past.removed(r.generation()).state();
        boolean known = r.occurrence().via() == Via.POLL && past.stays().covers(r.generation());
        var event = new AcquisitionRemoved(r.media(), r.instance(), r.filesDeleted());
        return known ? next(now) : next(now, publish(event, r.occurrence()));
    }
}
