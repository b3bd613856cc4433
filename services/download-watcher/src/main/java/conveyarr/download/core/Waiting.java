package conveyarr.download.core;

import static conveyarr.flow.Effect.publish;
import static conveyarr.flow.Next.next;

import conveyarr.download.core.Download.*;
import conveyarr.download.core.Signal.Seen;
import conveyarr.download.core.Signal.Unheard;
import conveyarr.events.DownloadEvent.DownloadHeld;
import conveyarr.events.DownloadEvent.DownloadHoldChanged;
import conveyarr.events.DownloadEvent.DownloadReleased;
import conveyarr.events.DownloadEvent.HoldReason;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** A download that waits through no fault of its own: its clock stands still. */
final class Waiting {
    private static final Set<HoldReason> NOBODY_KNOWS = Set.of(HoldReason.VPN_UNKNOWN, HoldReason.CLIENT_UNREACHABLE);

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

    /** What it waits for now, in the same hold, is told when it says more than before; what arrives meanwhile counts as progress. */
    static Next<Download> goOn(Held h, Seen s) {
        Hold hold = s.hold().orElseThrow();
        boolean more = s.look().amount().done() > h.before().bytes();
        Running before = more ? h.before().moved(s) : h.before();
        Running seen = before.with(before.care().looked(s.at()));
        boolean other = saysMore(hold.reason(), h.reason());
        var reason = other ? hold.reason() : h.reason();
        var held = new Held(seen, h.stalled() && !more, reason, h.paused() || hold.paused(), h.since());
        return other ? next(held, changed(held, s.at())) : next(held);
    }

    /** The graver one does, and any that shows once it is known how the client and the VPN are. */
    private static boolean saysMore(HoldReason now, HoldReason before) {
        return now.compareTo(before) < 0 || NOBODY_KNOWS.contains(before) && now != before;
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

    /** The same reason may come twice in one hold, each time at another moment. */
    private static Effect changed(Held h, Instant at) {
        Running r = h.before();
        var event = new DownloadHoldChanged(r.media(), r.id(), h.reason(), h.paused());
        return publish(event, r.life().occurrence(at, r.id(), "held anew " + h.reason() + " " + at));
    }
}
