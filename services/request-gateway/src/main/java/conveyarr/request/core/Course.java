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
import conveyarr.request.core.Call.ConsiderApproval;
import conveyarr.request.core.Call.RetryHandOver;
import conveyarr.request.core.Request.*;
import conveyarr.request.core.Signal.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;

/**
 * Decides what a signal means for a request. Pure: no clock, no database, no network. A state implies those before it, so that a request
 * that is first seen as available has been requested and approved; each step is told once, and a request never goes back.
 */
public final class Course {
    private final boolean considers;

    /** {@code considers} when the owner has rules by which requests are approved. */
    public Course(boolean considers) {
        this.considers = considers;
    }

    private record Moment(Request state, Signal signal) {}

    public Next<Request> on(Request state, Signal signal) {
        return switch (new Moment(state, signal)) {
            case Moment(Unknown _, Seen s) -> seen(fresh(s, 0), s);
            case Moment(Open open, Seen s) -> seen(open, s);
            case Moment(Withdrawn w, Seen s)
            when s.isAfter(w.at()) -> seen(fresh(s, w.life() + 1), s.notBefore(w.at()));
            case Moment(Open open, Gone g) when !open.told().contains(Step.DECLINED) -> gone(open, g);
            case Moment(Open open, Late l)
            when waits(open, l) -> next(open, new RetryHandOver(l.request(), l.attempt()));
            // Fulfilled is the end. What was withdrawn stays so while only late hooks come. And a declined request may
            // leave Seerr without anybody having withdrawn it.
            case Moment(Request _, Seen _), Moment(Request _, Gone _), Moment(Request _, Late _) -> next(state);
        };
    }

    /** Old news does not wake Seerr. */
    private static boolean waits(Open open, Late late) {
        return !open.told().contains(Step.DECLINED) && !late.occurrence().past();
    }

    /** For what the request is now: a Seerr whose database was restored may give a number again. */
    private static Open fresh(Seen s, int life) {
        return new Open(s.media(), EnumSet.noneOf(Step.class), life);
    }

    private Next<Request> seen(Open open, Seen s) {
        var all = EnumSet.copyOf(implied(s.word()));
        var fresh = EnumSet.copyOf(all);
        fresh.removeAll(open.told());
        all.addAll(open.told());
        var told = new ArrayList<Effect>(
                fresh.stream().map(step -> tell(open, s, step)).toList());
        if (considers
                && all.equals(EnumSet.of(Step.REQUESTED))
                && !fresh.isEmpty()
                && !s.occurrence().past()) {
            told.add(new ConsiderApproval(s.request()));
        }
        return next(
                all.contains(Step.FULFILLED) ? new Fulfilled(open.media()) : new Open(open.media(), all, open.life()),
                told);
    }

    private static Next<Request> gone(Open open, Gone g) {
        return next(
                new Withdrawn(open.media(), g.occurrence().at(), open.life()),
                publish(
                        new RequestWithdrawn(open.media(), g.request()),
                        occurrence(open, g, g.occurrence().at(), "withdrawn")));
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

    private static Effect tell(Open open, Seen s, Step step) {
        return publish(
                event(open.media(), s, step),
                occurrence(open, s, time(open, s, step), step.name().toLowerCase(java.util.Locale.ROOT)));
    }

    /**
     * A request that is first seen beyond its beginning, such as all those of a Seerr that ran before we did, is as old as Seerr says; when
     * it came so far nobody knows, and it is no news of today.
     */
    private static Instant time(Open open, Seen s, Step step) {
        Instant seenAt = s.occurrence().at();
        Instant askedAt = s.asked().at().isBefore(seenAt) ? s.asked().at() : seenAt;
        return switch (step) {
            case REQUESTED -> askedAt;
            case APPROVED, DECLINED, FAILED -> open.told().isEmpty() ? askedAt : seenAt;
            case FULFILLED -> seenAt;
        };
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

    /** A step of a request is the same step whoever shows it to us first; the last field says in which of its lives, from 1. */
    private static Occurrence occurrence(Open open, Signal s, Instant at, String step) {
        var key = NaturalKey.of("request-step", s.request().number(), step, open.life() + 1);
        return Occurrence.at(at, s.occurrence().via(), s.request().instance(), key);
    }
}
