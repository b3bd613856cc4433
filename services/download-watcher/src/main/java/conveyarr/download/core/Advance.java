package conveyarr.download.core;

import static conveyarr.flow.Effect.publish;
import static conveyarr.flow.Next.next;

import conveyarr.download.core.Care.Kind;
import conveyarr.download.core.Care.Pace;
import conveyarr.download.core.Download.Running;
import conveyarr.download.core.Signal.Seen;
import conveyarr.events.DownloadEvent.DownloadProgressed;
import conveyarr.flow.Next;
import java.time.Duration;

/** What arrives, and how fast. */
record Advance(Rules.Progress by, Mending mending) {
    /** A few bytes are none, unless they are the last. */
    boolean progress(Running r, Seen s) {
        long done = s.look().amount().done();
        long least = Math.min(by.least(), Math.max(1, s.look().amount().total() - r.bytes()));
        return done - r.bytes() >= Math.max(1, least);
    }

    /** Told in tenths, so that a download has at most nine such events however often it is polled. */
    Next<Download> progressed(Running r, Seen s) {
        int tenth = s.look().percent() / 10 * 10;
        if (tenth <= r.told() || tenth >= 100) {
            return paced(r, s);
        }
        var event = new DownloadProgressed(
                r.media(), r.id(), tenth, s.look().amount().remaining());
        return Looking.before(publish(event, r.life().occurrence(s.at(), r.id(), tenth)), paced(r.told(tenth), s));
    }

    /** Measures the speed over a whole window, since a moment says little; it is slow until a window is fast enough. */
    Next<Download> paced(Running r, Seen s) {
        long done = s.look().amount().done();
        if (s.slowed() || by.slowBelow() <= 0) {
            return next(r.with(r.care().notSlow().paced(new Pace(s.at(), done))));
        }
        var pace = r.care().pace().orElse(new Pace(s.at(), done));
        Duration window = Duration.between(pace.since(), s.at());
        if (window.compareTo(by.slowFor()) < 0) {
            Running on = r.with(r.care().paced(pace));
            return r.care().isSlow() ? mending.on(on, on, Kind.SLOW, s) : next(on);
        }
        long speed = (done - pace.bytes()) / Math.max(1, window.toSeconds());
        Running anew = r.with(r.care().paced(new Pace(s.at(), done)));
        return speed < by.slowBelow()
                ? mending.on(anew, anew, Kind.SLOW, s)
                : next(anew.with(anew.care().notSlow()));
    }
}
