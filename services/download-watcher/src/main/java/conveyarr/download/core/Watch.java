package conveyarr.download.core;

import static conveyarr.flow.Effect.publish;
import static conveyarr.flow.Next.next;

import conveyarr.download.core.Download.*;
import conveyarr.download.core.Signal.*;
import conveyarr.events.DownloadEvent.DownloadCompleted;
import conveyarr.events.DownloadEvent.DownloadFailed;
import conveyarr.events.DownloadEvent.DownloadProgressed;
import conveyarr.events.DownloadEvent.DownloadRemoved;
import conveyarr.events.DownloadEvent.DownloadResumed;
import conveyarr.events.DownloadEvent.DownloadStalled;
import conveyarr.events.DownloadEvent.DownloadStarted;
import conveyarr.events.MediaId;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Decides what a signal means for a download. Pure: no clock, no database, no network. */
public record Watch(Duration patience) {
    private record Moment(Download state, Signal signal) {}

    public Next<Download> on(Download state, Signal signal) {
        return switch (new Moment(state, signal)) {
            case Moment(Unknown _, Grabbed g) -> next(new Awaited(g.media()));
            case Moment(Unclaimed(Seen last), Grabbed g) -> started(g.media(), last);
            case Moment(Removed _, Grabbed g) -> next(new Awaited(g.media()));
            case Moment(Unknown _, Seen s) -> next(new Unclaimed(s));
            case Moment(Unclaimed _, Seen s) -> next(new Unclaimed(s));
            case Moment(Awaited(MediaId media), Seen s) -> started(media, s);
            case Moment(Removed r, Seen s)
            when s.look().addedAt().isAfter(r.life().addedAt()) -> started(r.media(), s);
            case Moment(Finished f, Seen s)
            when s.look().addedAt().isAfter(f.life().addedAt()) -> started(f.media(), s);
            case Moment(Running r, Seen s) -> looked(r, s);
            case Moment(Stalled(Running r), Seen s) -> stalled(r, s);
            case Moment(Failed(Running r), Seen s)
            when s.look().condition() != Condition.BROKEN -> looked(r.moved(s), s);
            case Moment(Running r, Missing m) -> removed(r, m);
            case Moment(Stalled(Running r), Missing m) -> removed(r, m);
            case Moment(Failed(Running r), Missing m) -> removed(r, m);
            case Moment(Unclaimed _, Missing _) -> next(new Unknown());
            // Everything else changes nothing. Listed by signal, so that a new signal fails to compile here.
            case Moment(var _, Grabbed _), Moment(var _, Seen _), Moment(var _, Missing _) -> next(state);
        };
    }

    private Next<Download> started(MediaId media, Seen s) {
        var life = new Life(s.look().addedAt(), 0);
        var running = new Running(media, s.id(), life, s.look().amount().done(), s.at(), 0);
        var event = new DownloadStarted(
                media, s.id(), s.look().name(), s.look().amount().total());
        return before(publish(event, life.occurrence(s.at(), s.id(), "started")), looked(running, s));
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
            case RESTING -> next(r.restedAt(s.at()));
            case ACTIVE -> s.look().amount().done() > r.bytes() ? progressed(r.moved(s), s) : idle(r, s);
        };
    }

    /** Told in tenths, so that a download has at most nine such events however often it is polled. */
    private Next<Download> progressed(Running r, Seen s) {
        int tenth = s.look().percent() / 10 * 10;
        if (tenth <= r.told() || tenth >= 100) {
            return next(r);
        }
        var event = new DownloadProgressed(
                r.media(), r.id(), tenth, s.look().amount().remaining());
        return next(r.told(tenth), publish(event, r.life().occurrence(s.at(), r.id(), tenth)));
    }

    private Next<Download> idle(Running r, Seen s) {
        Duration idle = r.idleAt(s.at());
        if (idle.compareTo(patience) < 0) {
            return next(r);
        }
        Running counted = r.withStall();
        var event = new DownloadStalled(r.media(), r.id(), idle);
        return next(
                new Stalled(counted),
                publish(event, counted.life().occurrence(s.at(), r.id(), stall("stalled", counted))));
    }

    private Next<Download> stalled(Running r, Seen s) {
        boolean same =
                s.look().condition() == Condition.ACTIVE && s.look().amount().done() <= r.bytes();
        if (same) {
            return next(new Stalled(r));
        }
        if (s.look().condition() == Condition.BROKEN) {
            return looked(r, s);
        }
        var event = new DownloadResumed(r.media(), r.id());
        return before(publish(event, r.life().occurrence(s.at(), r.id(), stall("resumed", r))), looked(r, s));
    }

    private static Next<Download> removed(Running r, Missing m) {
        var event = new DownloadRemoved(r.media(), r.id());
        return next(
                new Removed(r.media(), r.id(), r.life()),
                publish(event, r.life().occurrence(m.at(), r.id(), "removed")));
    }

    private static String stall(String step, Running r) {
        return step + " " + r.life().stalls();
    }

    private static Next<Download> before(Effect first, Next<Download> then) {
        List<Effect> effects = new ArrayList<>(List.of(first));
        effects.addAll(then.effects());
        return next(then.state(), effects);
    }
}
