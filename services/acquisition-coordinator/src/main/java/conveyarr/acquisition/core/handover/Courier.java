package conveyarr.acquisition.core.handover;

import static conveyarr.flow.Next.next;

import conveyarr.acquisition.core.handover.HandOver.*;
import conveyarr.acquisition.core.handover.Signal.*;
import conveyarr.acquisition.core.handover.Signal.Sight.*;
import conveyarr.events.AcquisitionEvent.HandOverDelayed;
import conveyarr.events.AcquisitionEvent.HandOverEvent;
import conveyarr.events.AcquisitionEvent.HandOverGivenUp;
import conveyarr.events.AcquisitionEvent.HandOverWanted;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides when an approved request is looked for, and when Seerr is to hand it on again. Pure: time comes with the signals. Nothing is handed
 * on while nobody can say whether the title is there already, because a Seerr that waited too long for its *arr calls failed what arrived.
 */
public record Courier(Patience patience) {
    private record Moment(HandOver state, Signal signal) {}

    public Next<HandOver> on(HandOver state, Signal signal) {
        return switch (new Moment(state, signal)) {
            case Moment(Waiting w, Requested r) ->
                next(new Waiting(w.media(), r.uhd(), w.attempts(), w.tries(), w.due(), w.delay(), w.since()));
            case Moment(Asked a, Requested r) -> next(new Asked(r.uhd(), a.attempts()));
            case Moment(Over o, Requested r) -> next(new Over(r.uhd(), o.attempts(), o.since()));
            case Moment(GivenUp g, Requested r) -> next(new GivenUp(r.uhd(), g.attempts()));
            case Moment(Waiting w, Failed f) ->
                next(sooner(w, f.occurrence().at().plus(patience.again())));
            case Moment(Waiting w, Approved a) -> next(w.approved(a.occurrence().at()));
            case Moment(Waiting w, Ended e) when isBefore(e.occurrence(), w.since()) -> next(w);
            case Moment(Over o, Approved a) when isBefore(a.occurrence(), o.since()) -> next(o);
            case Moment(Over o, Failed f) when isBefore(f.occurrence(), o.since()) -> next(o);
            case Moment(HandOver h, Approved a) ->
                begun(h, a.media(), a.occurrence(), a.occurrence().at().plus(patience.after()));
            case Moment(HandOver h, Failed f) ->
                begun(h, f.media(), f.occurrence(), f.occurrence().at().plus(patience.again()));
            case Moment(HandOver h, Ended e) -> next(over(h, e.occurrence().at()));
            case Moment(Waiting w, Looked l) -> looked(w, l);
            case Moment(HandOver h, Looked _) -> next(h);
        };
    }

    /** What was approved before we came is for people to look at: titles were deleted since. */
    private static Next<HandOver> begun(HandOver h, MediaId media, Occurrence heard, Instant due) {
        return heard.past()
                ? next(over(h, heard.at()))
                : next(new Waiting(media, h.uhd(), h.attempts(), 0, due, Optional.empty(), Optional.of(heard.at())));
    }

    private static HandOver over(HandOver h, Instant since) {
        return new Over(h.uhd(), h.attempts(), Optional.of(since));
    }

    /** Word of it comes late, and is of before what we know. */
    private static boolean isBefore(Occurrence heard, Optional<Instant> since) {
        return since.filter(heard.at()::isBefore).isPresent();
    }

    /** A try of ours that failed is no reason to hurry the next one. */
    private static HandOver sooner(Waiting w, Instant due) {
        return w.tries() == 0 && due.isBefore(w.due()) ? w.due(due) : w;
    }

    private Next<HandOver> looked(Waiting w, Looked l) {
        return switch (l.sight()) {
            case Found _, Nobody _ -> next(over(w, l.at()));
            case Missing(var instances)
            when w.tries() >= patience.tries() ->
                givenUp(w, l, String.join(" and ", instances) + " still does not have it");
            case Missing _ -> wanted(w, l);
            case Unanswered(String why) -> unanswered(w, l, why);
            case NoneSetUp(String program) -> unwatched(w, l, program);
        };
    }

    private Next<HandOver> wanted(Waiting w, Looked l) {
        int attempt = w.attempts() + 1;
        int tried = w.tries() + 1;
        Instant due = l.at().plus(patience.pauseAfter(tried));
        return next(
                new Waiting(w.media(), w.uhd(), attempt, tried, due, Optional.empty(), w.since()),
                tell(l, new HandOverWanted(w.media(), l.request(), attempt), attempt));
    }

    private Next<HandOver> unanswered(Waiting w, Looked l, String why) {
        var delay = new Delay(w.delay().map(Delay::since).orElse(l.at()), why);
        if (l.at().isAfter(delay.since().plus(patience.silence()))) {
            return givenUp(w, l, why);
        }
        Instant due = l.at().plus(patience.again());
        HandOver waits = new Waiting(w.media(), w.uhd(), w.attempts(), w.tries(), due, Optional.of(delay), w.since());
        return w.delay().equals(Optional.of(delay))
                ? next(waits)
                : next(waits, tell(l, new HandOverDelayed(w.media(), l.request(), why), l.at().toEpochMilli()));
    }

    /** Seerr hands it on all the same, so that it is not given up: what becomes of it is what nobody here can see. */
    private Next<HandOver> unwatched(Waiting w, Looked l, String program) {
        String why = "No " + program + " is set up in Conveyarr, which cannot see what becomes of the request";
        var waits = new Waiting(
                w.media(),
                w.uhd(),
                w.attempts(),
                w.tries(),
                l.at().plus(patience.longest()),
                Optional.of(new Delay(l.at(), why)),
                w.since());
        var event = new HandOverDelayed(
                w.media(), l.request(), why, Optional.of("NO_ARR"), Optional.of("Set up " + program + " in Conveyarr"));
        boolean known = w.delay().map(Delay::reason).filter(why::equals).isPresent();
        return known ? next(waits) : next(waits, tell(l, event, l.at().toEpochMilli()));
    }

    private static Next<HandOver> givenUp(Waiting w, Looked l, String why) {
        return next(
                new GivenUp(w.uhd(), w.attempts()),
                tell(l, new HandOverGivenUp(w.media(), l.request(), w.tries(), why), l.at().toEpochMilli()));
    }

    /** {@code which} tells events of one kind apart. */
    private static Effect tell(Looked l, HandOverEvent event, long which) {
        var key = NaturalKey.of(event.wireName(), l.request().number(), which);
        return Effect.publish(event, Occurrence.at(l.at(), Via.SELF, l.request().instance(), key));
    }
}
