package conveyarr.notification.core.hold;

import static conveyarr.flow.Next.next;

import conveyarr.flow.Next;
import conveyarr.notification.core.Call.Spread;
import conveyarr.notification.core.News;
import conveyarr.notification.core.hold.Hold.Calm;
import conveyarr.notification.core.hold.Hold.Signal;
import conveyarr.notification.core.hold.Hold.Signal.Began;
import conveyarr.notification.core.hold.Hold.Signal.ClockTicked;
import conveyarr.notification.core.hold.Hold.Signal.Ended;
import conveyarr.notification.core.hold.Hold.Suspected;
import conveyarr.notification.core.hold.Hold.Told;
import java.time.Duration;

/** Decides whether a trouble is told. Of one that nobody was told of, nobody is told that it is over. */
public final class Holding {
    private record Moment(Hold state, Signal signal) {}

    public Next<Hold> on(Hold state, Signal signal) {
        return switch (new Moment(state, signal)) {
            case Moment(Calm _, Began b) -> next(new Suspected(b.news(), b.dueAt()));
            case Moment(Suspected s, Ended e) when precedes(e.news(), s.began()) -> next(s);
            case Moment(Suspected _, Ended _) -> next(new Calm());
            case Moment(Suspected s, ClockTicked t)
            when !t.now().isBefore(s.dueAt()) -> next(new Told(s.began()), new Spread(s.began()));
            case Moment(Told t, Ended e) when precedes(e.news(), t.began()) -> next(t);
            case Moment(Told t, Ended e) -> next(new Calm(), new Spread(e.news().after(between(t.began(), e.news()))));
            case Moment(Calm c, Ended _) -> next(c);
            case Moment(Suspected s, Began _) -> next(s);
            case Moment(Told t, Began _) -> next(t);
            case Moment(var same, ClockTicked _) -> next(same);
        };
    }

    /** The end of an earlier trouble, which comes late, does not end this one. */
    private static boolean precedes(News end, News began) {
        return end.at().isBefore(began.at());
    }

    private static Duration between(News began, News ended) {
        return Duration.between(began.at(), ended.at());
    }
}
