package conveyarr.download.core;

import static conveyarr.flow.Next.next;

import conveyarr.download.core.Care.Kind;
import conveyarr.download.core.Download.*;
import conveyarr.download.core.Signal.Seen;
import conveyarr.flow.Next;

/** Looks after a download in trouble. */
record Mending(Repair repair) {

    Next<Download> idle(Running r, Download state, Seen s) {
        return on(r, state, kind(s), s);
    }

    /** One that a rule has paused goes on to the next step. */
    Next<Download> paused(Running r, Download state, Seen s) {
        return on(r, state, r.care().pausedFor().orElseThrow(), s);
    }

    private static Kind kind(Seen s) {
        if (s.look().traits().metadataMissing()) {
            return Kind.NO_METADATA;
        }
        return s.look().traits().unregistered() ? Kind.UNREGISTERED : Kind.STALLED;
    }

    /** Of what its *arr has given up nothing but that matters. */
    Next<Download> on(Running r, Download state, Kind kind, Seen s) {
        if (r.care().givenUp().isPresent()) {
            return next(state);
        }
        var since = kind == Kind.SLOW || kind == Kind.BROKEN ? s.at() : r.movedAt();
        var done = repair.on(r.patient(), kind, since, new Repair.Seeing(s.at(), s.look()));
        Running now = r.with(done.care());
        return next(
                switch (state) {
                    case Stalled _ -> new Stalled(now);
                    case Failed _ -> new Failed(now);
                    case Running _, Held _, Unknown _, Awaited _, Unclaimed _, Finished _, Refused _, Removed _ -> now;
                },
                done.effects());
    }
}
