package conveyarr.request.core;

import static conveyarr.flow.Effect.publish;
import static conveyarr.flow.Next.next;

import conveyarr.events.RequestEvent.RequestWithdrawn;
import conveyarr.events.Via;
import conveyarr.flow.Next;
import conveyarr.request.core.Call.ConsiderApproval;
import conveyarr.request.core.Call.RetryHandOver;
import conveyarr.request.core.Heard.Said;
import conveyarr.request.core.Request.*;
import conveyarr.request.core.Signal.*;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what a signal means for a request. Pure: no clock, no database, no network. A state implies those before it, so that a request
 * that is first seen as available has been requested and approved; each step is told once for each time that Seerr came to it ({@link Heard}), and what is fulfilled stays so.
 */
public final class Course {
    private static final Duration BEHIND = Duration.ofSeconds(2);

    private final boolean considers;

    /** {@code considers} when the owner has rules by which requests are approved. */
    public Course(boolean considers) {
        this.considers = considers;
    }

    private record Moment(Request state, Signal signal) {}

    public Next<Request> on(Request state, Signal signal) {
        return switch (new Moment(state, signal)) {
            case Moment(Unknown _, Seen s) -> seen(fresh(s, 0, Optional.empty()), s);
            case Moment(Open open, Seen s) -> seen(open, s);
            case Moment(Withdrawn w, Seen s)
            when s.isAfter(w.at()) -> seen(fresh(s, w.life() + 1, Optional.of(w.at())), s.notBefore(w.at()));
            case Moment(Open open, Gone g) when !open.isDeclined() -> gone(open, g);
            case Moment(Open open, Late l)
            when waits(open, l) -> next(open, new RetryHandOver(l.request(), l.attempt()));
            // Fulfilled is the end. What was withdrawn stays so while only late hooks come. And a declined request may
            // leave Seerr without anybody having withdrawn it.
            case Moment(Request _, Seen _), Moment(Request _, Gone _), Moment(Request _, Late _) -> next(state);
        };
    }

    /** Old news does not wake Seerr. */
    private static boolean waits(Open open, Late late) {
        return !open.isDeclined() && !late.occurrence().past();
    }

    /** For what the request is now: a Seerr whose database was restored may give a number again. */
    private static Open fresh(Seen s, int life, Optional<Instant> since) {
        return new Open(s.media(), EnumSet.noneOf(Step.class), life, Heard.nothing(since));
    }

    private Next<Request> seen(Open open, Seen s) {
        Instant moment = moment(open, s);
        if (!open.heard().takes(moment)) {
            return next(open);
        }
        var all = EnumSet.copyOf(implied(s.word()));
        all.addAll(open.told());
        var now = new Open(open.media(), all, open.life(), heard(open, s, moment));
        var effects = new ArrayList<>(new Steps(open, now, s, moment).told());
        if (considers
                && all.equals(EnumSet.of(Step.REQUESTED))
                && !effects.isEmpty()
                && !s.occurrence().past()) {
            effects.add(new ConsiderApproval(s.request()));
        }
        return next(all.contains(Step.FULFILLED) ? new Fulfilled(open.media()) : now, effects);
    }

    /**
     * A Seerr may send a hook before its own answers show what it tells, so that an answer is taken for a little older than it is; not older than
     * the life that it showed.
     */
    private static Instant moment(Open open, Seen s) {
        Instant at = s.occurrence().at();
        if (s.occurrence().via() != Via.POLL) {
            return at;
        }
        Instant older = at.minus(BEHIND);
        return open.heard()
                .until()
                .filter(begin -> older.isBefore(begin) && !at.isBefore(begin))
                .orElse(older);
    }

    private static Heard heard(Open open, Seen s, Instant moment) {
        return switch (s.word().step()) {
            case REQUESTED, FULFILLED -> open.heard();
            case APPROVED, DECLINED, FAILED ->
                open.heard()
                        .with(new Said(s.word().step(), moment, s.occurrence().via() == Via.POLL));
        };
    }

    private static Next<Request> gone(Open open, Gone g) {
        return next(
                new Withdrawn(open.media(), g.occurrence().at(), open.life()),
                publish(
                        new RequestWithdrawn(open.media(), g.request()),
                        Steps.occurrence(g, g.occurrence().at(), Steps.key(open, g, "withdrawn", 1))));
    }

    static Set<Step> implied(Word word) {
        return switch (word) {
            case PENDING -> EnumSet.of(Step.REQUESTED);
            case APPROVED, AUTO_APPROVED -> EnumSet.of(Step.REQUESTED, Step.APPROVED);
            case DECLINED -> EnumSet.of(Step.REQUESTED, Step.DECLINED);
            case FAILED -> EnumSet.of(Step.REQUESTED, Step.APPROVED, Step.FAILED);
            case AVAILABLE -> EnumSet.of(Step.REQUESTED, Step.APPROVED, Step.FULFILLED);
        };
    }
}
