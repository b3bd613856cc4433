package conveyarr.request.core;

import static conveyarr.flow.Effect.publish;
import static conveyarr.flow.Next.next;

import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestEvent;
import conveyarr.events.RequestEvent.MediaRequested;
import conveyarr.events.RequestEvent.RequestApproved;
import conveyarr.events.RequestEvent.RequestDeclined;
import conveyarr.events.RequestEvent.RequestFailed;
import conveyarr.events.RequestEvent.RequestFulfilled;
import conveyarr.events.RequestEvent.RequestWithdrawn;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import conveyarr.request.core.Request.*;
import conveyarr.request.core.Signal.*;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Decides what a signal means for a request. Pure: no clock, no database, no network. A state implies those before it, so that a request
 * that is first seen as available has been requested and approved; each step is told once, and a request never goes back.
 */
public final class Course {
    private record Moment(Request state, Signal signal) {}

    public Next<Request> on(Request state, Signal signal) {
        return switch (new Moment(state, signal)) {
            case Moment(Unknown _, Seen s) -> seen(new Open(s.media(), EnumSet.noneOf(Step.class)), s);
            case Moment(Open open, Seen s) -> seen(open, s);
            case Moment(Open open, Gone g) when !open.told().contains(Step.DECLINED) -> gone(open, g);
            // Fulfilled and withdrawn are the end; and a declined request may leave Seerr without anybody having
            // withdrawn it.
            case Moment(Request _, Seen _), Moment(Request _, Gone _) -> next(state);
        };
    }

    private static Next<Request> seen(Open open, Seen s) {
        var all = EnumSet.copyOf(implied(s.word()));
        var fresh = EnumSet.copyOf(all);
        fresh.removeAll(open.told());
        all.addAll(open.told());
        List<Effect> told =
                fresh.stream().map(step -> tell(open.media(), s, step)).toList();
        return next(all.contains(Step.FULFILLED) ? new Fulfilled(open.media()) : new Open(open.media(), all), told);
    }

    private static Next<Request> gone(Open open, Gone g) {
        return next(
                new Withdrawn(open.media()),
                publish(new RequestWithdrawn(open.media(), g.request()), occurrence(g, "withdrawn")));
    }

    private static Set<Step> implied(Word word) {
        return switch (word) {
            case PENDING -> EnumSet.of(Step.REQUESTED);
            case APPROVED, AUTO_APPROVED -> EnumSet.of(Step.REQUESTED, Step.APPROVED);
            case DECLINED -> EnumSet.of(Step.REQUESTED, Step.DECLINED);
            case FAILED -> EnumSet.of(Step.REQUESTED, Step.APPROVED, Step.FAILED);
            case AVAILABLE -> EnumSet.of(Step.REQUESTED, Step.APPROVED, Step.FULFILLED);
        };
    }

    private static Effect tell(MediaId media, Seen s, Step step) {
        return publish(event(media, s, step), occurrence(s, step.name().toLowerCase(java.util.Locale.ROOT)));
    }

    private static RequestEvent event(MediaId media, Seen s, Step step) {
        var asked = s.asked();
        return switch (step) {
            case REQUESTED ->
                new MediaRequested(
                        media, s.request(), asked.title(), asked.year(), asked.by(), asked.uhd(), asked.seasons());
            case APPROVED -> new RequestApproved(media, s.request(), s.word() == Word.AUTO_APPROVED);
            case DECLINED -> new RequestDeclined(media, s.request());
            case FAILED -> new RequestFailed(media, s.request());
            case FULFILLED -> new RequestFulfilled(media, s.request());
        };
    }

    /** A step of a request is the same step whoever shows it to us first. */
    private static Occurrence occurrence(Signal s, String step) {
        var key = NaturalKey.of("request-step", s.request().number(), step);
        return Occurrence.at(
                s.occurrence().at(), s.occurrence().via(), s.request().instance(), key);
    }
}
