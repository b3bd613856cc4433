package conveyarr.download.core;

import static conveyarr.flow.Effect.publish;
import static conveyarr.flow.Next.next;

import conveyarr.download.core.Download.*;
import conveyarr.download.core.Signal.GivenUp;
import conveyarr.download.core.Signal.Grabbed;
import conveyarr.download.core.Signal.ImportRefused;
import conveyarr.download.core.Signal.ImportSettled;
import conveyarr.events.DownloadEvent.DownloadCompleted;
import conveyarr.flow.Next;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which *arrs wait for a download. It is given up only when the last of them has given it up. */
final class Askers {
    private Askers() {}

    static Set<String> of(Set<String> before, Grabbed g) {
        if (g.arr().isEmpty()) {
            return before;
        }
        var all = new HashSet<>(before);
        all.add(g.arr());
        return Set.copyOf(all);
    }

    /** Grabbed again, or by another, it is waited for again. */
    static Download grabbed(Download state, Grabbed g) {
        return Watch.underWay(state)
                .map(running ->
                        with(state, running.life().with(of(running.life().arrs(), g)), Optional.empty()))
                .orElse(state);
    }

    static Download givenUp(Download state, GivenUp g) {
        if (state instanceof Refused r) {
            return isOf(r.life(), g.arr()) ? r.finished().whenSettled() : r;
        }
        if (state instanceof Finished f) {
            return isOf(f.life(), g.arr()) ? f.whenSettled() : f;
        }
        return Watch.underWay(state)
                .filter(running -> isOf(running.life(), g.arr()))
                .map(running -> without(state, running.life(), g))
                .orElse(state);
    }

    /** An *arr may know that it is complete before a look has shown it. */
    static Next<Download> refused(Download state, ImportRefused i) {
        return switch (state) {
            case Finished f -> next(refused(f, i));
            case Running r -> refusedEarly(r, i);
            case Stalled(Running r) -> refusedEarly(r, i);
            case Held h -> refusedEarly(h.before(), i);
            case Unknown _, Awaited _, Unclaimed _, Failed _, Refused _, Removed _ -> next(state);
        };
    }

    private static Next<Download> refusedEarly(Running r, ImportRefused i) {
        var completed = new DownloadCompleted(r.media(), r.id());
        return next(
                refused(new Finished(r.media(), r.id(), r.life()), i),
                publish(completed, r.life().occurrence(i.at(), r.id(), "completed")));
    }

    private static Refused refused(Finished f, ImportRefused i) {
        return new Refused(f.media(), f.id(), f.life(), Care.NONE, i.at(), i.reasons());
    }

    static Download settled(Download state, ImportSettled s) {
        return switch (state) {
            case Refused r when isOf(r.life(), s.arr()) -> r.finished().whenSettled();
            case Finished f when isOf(f.life(), s.arr()) -> f.whenSettled();
            case Awaited a when isOf(a.arrs(), s.arr()) -> new Awaited(a.media(), a.arrs(), true);
            case Running _, Stalled _, Held _, Failed _ -> settledEarly(state, s);
            case Unknown _, Awaited _, Unclaimed _, Refused _, Finished _, Removed _ -> state;
        };
    }

    /** It was had from elsewhere, or the word came before the look that shows it complete. */
    private static Download settledEarly(Download state, ImportSettled s) {
        Running running = Watch.underWay(state).orElseThrow();
        return isOf(running.life(), s.arr())
                ? with(state, running.life().whenSettled(), running.care().givenUp())
                : state;
    }

    private static Download without(Download state, Life life, GivenUp g) {
        var left = new HashSet<>(life.arrs());
        left.remove(g.arr());
        boolean nobody = left.isEmpty() || g.arr().isEmpty();
        return with(state, life.with(left), nobody ? Optional.of(g.at()) : Optional.empty());
    }

    /** Of what nobody has named, as what was kept before there were names, anybody may speak. */
    private static boolean isOf(Life life, String arr) {
        return isOf(life.arrs(), arr);
    }

    private static boolean isOf(Set<String> arrs, String arr) {
        return arr.isEmpty() || arrs.isEmpty() || arrs.contains(arr);
    }

    private static Download with(Download state, Life life, Optional<Instant> givenUp) {
        return switch (state) {
            case Running r -> with(r, life, givenUp);
            case Stalled(Running r) -> new Stalled(with(r, life, givenUp));
            case Failed(Running r) -> new Failed(with(r, life, givenUp));
            case Held h -> new Held(with(h.before(), life, givenUp), h.stalled(), h.reason(), h.paused(), h.since());
            case Unknown _, Awaited _, Unclaimed _, Finished _, Refused _, Removed _ -> state;
        };
    }

    private static Running with(Running before, Life life, Optional<Instant> givenUp) {
        Running now = before.with(life);
        boolean same = before.care().givenUp().isPresent() == givenUp.isPresent();
        return same ? now : now.with(before.care().givenUp(givenUp));
    }
}
