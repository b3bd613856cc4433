package conveyarr.download.core;

import static conveyarr.flow.Effect.publish;
import static conveyarr.flow.Next.next;

import conveyarr.download.core.Care.Kind;
import conveyarr.download.core.Download.*;
import conveyarr.download.core.Signal.Condition;
import conveyarr.download.core.Signal.Seen;
import conveyarr.events.DownloadEvent.DownloadCompleted;
import conveyarr.events.DownloadEvent.DownloadFailed;
import conveyarr.events.DownloadEvent.DownloadResumed;
import conveyarr.events.DownloadEvent.DownloadStalled;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a look at a download that is under way means. */
record Looking(Rules rules, Mending mending, Advance advance) {
    /** One that moves is looked at once a minute. */
    private static final Duration AWAY = Duration.ofMinutes(2);

    static Looking by(Rules rules) {
        var mending = new Mending(new Repair(rules));
        return new Looking(rules, mending, new Advance(rules.progress(), mending));
    }

    Next<Download> running(Running before, Seen s) {
        Running r = clocked(before, s);
        return waits(s) ? Waiting.begin(r, false, s) : looked(r, s);
    }

    Next<Download> stalled(Running before, Seen s) {
        Running r = clocked(before, s);
        if (waits(s)) {
            return Waiting.begin(r, true, s);
        }
        if (s.look().condition() == Condition.ACTIVE && !advance.progress(r, s)) {
            return mending.idle(r, new Stalled(r), s);
        }
        if (pausedByRule(r, s)) {
            return mending.paused(r, new Stalled(r), s);
        }
        if (s.look().condition() == Condition.BROKEN) {
            return looked(r, s);
        }
        var event = new DownloadResumed(r.media(), r.id());
        return before(publish(event, r.life().occurrence(s.at(), r.id(), stall("resumed", r))), looked(r, s));
    }

    /** While it waits, only its completion counts. */
    Next<Download> held(Held h, Seen s) {
        if (s.look().condition() == Condition.DONE) {
            return looked(h.before().with(h.before().care().looked(s.at())), s);
        }
        if (s.hold().isPresent()) {
            return Waiting.goOn(h, s);
        }
        Waiting.Over over = Waiting.end(h, s, rules.progress().settle());
        Next<Download> then = h.stalled() ? stalled(over.running(), s) : looked(over.running(), s);
        return before(over.effect(), then);
    }

    Next<Download> failed(Running r, Seen s) {
        if (s.look().condition() != Condition.BROKEN) {
            return looked(clocked(r, s).moved(s), s);
        }
        return mending.on(r, new Failed(r), Kind.BROKEN, s);
    }

    /** Its files were there, and are not. */
    Next<Download> vanished(Finished f, Seen s) {
        long done = s.look().amount().done();
        return looked(new Running(f.media(), f.id(), f.life().returned(), done, s.at(), 100, Care.NONE), s);
    }

    private static boolean waits(Seen s) {
        return s.hold()
                .filter(hold -> s.look().condition() == Condition.ACTIVE
                        || hold.paused() && s.look().condition() == Condition.RESTING)
                .isPresent();
    }

    /** A time in which nobody looked is not held against it; what moved meanwhile needs that only after a long one. */
    private Running clocked(Running r, Seen s) {
        Duration gap =
                r.care().lookedAt().map(at -> Duration.between(at, s.at())).orElse(Duration.ZERO);
        boolean counts =
                gap.compareTo(rules.progress().longestGap()) <= 0 || gap.compareTo(AWAY) <= 0 && advance.progress(r, s);
        Running counted = counts ? r : r.later(gap);
        return counted.with(counted.care().looked(s.at()));
    }

    private Next<Download> looked(Running r, Seen s) {
        return switch (s.look().condition()) {
            case DONE ->
                next(
                        new Finished(r.media(), r.id(), r.life()),
                        publish(
                                new DownloadCompleted(r.media(), r.id()),
                                r.life().occurrence(s.at(), r.id(), "completed")));
            case BROKEN ->
                next(
                        new Failed(r),
                        publish(
                                new DownloadFailed(r.media(), r.id(), s.look().word()),
                                r.life().occurrence(s.at(), r.id(), "failed")));
            case RESTING -> {
                Running rested = r.restedAt(s.at());
                yield pausedByRule(r, s) ? mending.paused(rested, rested, s) : next(rested);
            }
            case ACTIVE -> advance.progress(r, s) ? advance.progressed(r.moved(s), s) : idle(r, s);
        };
    }

    private Next<Download> idle(Running r, Seen s) {
        Duration idle = r.idleAt(s.at());
        if (idle.compareTo(rules.progress().patience()) < 0) {
            return advance.paced(r, s);
        }
        Running counted = r.withStall();
        var event = new DownloadStalled(r.media(), r.id(), idle);
        return before(
                publish(event, counted.life().occurrence(s.at(), r.id(), stall("stalled", counted))),
                mending.idle(counted, new Stalled(counted), s));
    }

    /** That it rests is our own doing, and neither its end nor its owner's wish. */
    private static boolean pausedByRule(Running r, Seen s) {
        return s.look().condition() == Condition.RESTING && r.care().pausedFor().isPresent();
    }

    private static String stall(String step, Running r) {
        return step + " " + r.life().stalls();
    }

    static Next<Download> before(Effect first, Next<Download> then) {
        List<Effect> effects = new ArrayList<>(List.of(first));
        effects.addAll(then.effects());
        return next(then.state(), effects);
    }
}
