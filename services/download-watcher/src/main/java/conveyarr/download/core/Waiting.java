package conveyarr.download.core;

import static conveyarr.flow.Effect.publish;
import static conveyarr.flow.Next.next;

import conveyarr.download.core.Download.*;
import conveyarr.download.core.Signal.Seen;
import conveyarr.download.core.Signal.Unheard;
import conveyarr.events.DownloadEvent.DownloadHeld;
import conveyarr.events.DownloadEvent.DownloadReleased;
import conveyarr.events.DownloadEvent.HoldReason;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import java.time.Duration;
import java.time.Instant;

/** A download that waits through no fault of its own: its clock stands still. */
final class Waiting {
    private Waiting() {}

    /** {@code running} goes on with its clock moved by what does not count. */
    record Over(Running running, Effect effect) {}

    static Next<Download> begin(Running r, boolean stalled, Seen s) {
        Hold hold = s.hold().orElseThrow();
        var held = new Held(r, stalled, hold.reason(), hold.paused(), s.at());
        return next(held, told(held, s.at()));
    }

    /** Its time does not count from the first question on that had no answer. */
    static Next<Download> unheard(Download state, Unheard u) {
        return switch (state) {
            case Running r -> unheard(r, false, u);
            case Stalled(Running r) -> unheard(r, true, u);
            case Unknown _, Awaited _, Unclaimed _, Held _, Failed _, Finished _, Refused _, Removed _ -> next(state);
        };
    }

    private static Next<Download> unheard(Running r, boolean stalled, Unheard u) {
        var held = new Held(r, stalled, HoldReason.CLIENT_UNREACHABLE, false, u.since());
        return next(held, told(held, u.at()));
    }

    /** A graver reason is told; what arrives meanwhile counts as progress. */
    static Next<Download> goOn(Held h, Seen s) {
        Hold hold = s.hold().orElseThrow();
        boolean more = s.look().amount().done() > h.before().bytes();
        Running before = more ? h.before().moved(s) : h.before();
        Running seen = before.with(before.care().looked(s.at()));
        boolean graver = hold.reason().compareTo(h.reason()) < 0;
        var reason = graver ? hold.reason() : h.reason();
        var held = new Held(seen, h.stalled() && !more, reason, h.paused() || hold.paused(), h.since());
        return graver ? next(held, told(held, s.at())) : next(held);
    }

    static Over end(Held h, Seen s, Duration settle) {
        Instant stood = h.before().movedAt().isAfter(h.since()) ? h.before().movedAt() : h.since();
        Running later = h.before().later(Duration.between(stood, s.at()).plus(settle));
        var event = new DownloadReleased(later.media(), later.id(), h.reason(), Duration.between(h.since(), s.at()));
        return new Over(
                later.with(later.care().looked(s.at())),
                publish(event, later.life().occurrence(s.at(), later.id(), "released " + h.since())));
    }

    private static Effect told(Held h, Instant at) {
        Running r = h.before();
        var event = new DownloadHeld(r.media(), r.id(), h.reason(), h.paused());
        return publish(event, r.life().occurrence(at, r.id(), "held " + h.reason() + " " + h.since()));
    }
}
