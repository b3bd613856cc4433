package conveyarr.acquisition.core;

import static conveyarr.flow.Effect.follows;
import static conveyarr.flow.Effect.publish;
import static conveyarr.flow.Next.next;

import conveyarr.acquisition.core.Attempt.Rows;
import conveyarr.acquisition.core.Attempt.Step;
import conveyarr.acquisition.core.Signal.*;
import conveyarr.events.AcquisitionEvent.AcquisitionFinished;
import conveyarr.events.AcquisitionEvent.ImportBlocked;
import conveyarr.events.AcquisitionEvent.ReleaseFailed;
import conveyarr.events.AcquisitionEvent.ReleaseGrabbed;
import conveyarr.events.Via;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides what a signal means for an acquisition. Pure: no clock, no database, no network. What is told depends on the signal, and on which
 * time it is that its release was grabbed, but not on the rest of the state, since the signals come in any order: a grab that is found late is
 * told all the same.
 */
public final class Pursuit {
    public Next<Acquisition> on(Acquisition state, Signal signal) {
        Past past = state.past();
        return switch (signal) {
            case Listed listed -> Listing.started(past, listed, listed.title());
            case Removed removed -> Listing.removed(past, removed);
            case Picked picked ->
                time(past, picked).map(n -> grabbed(past, picked, n)).orElseGet(() -> next(state));
            case GivenUp g -> failed(past, g);
            case Refused r -> blocked(past, r).orElseGet(() -> next(state));
            case Imported imported -> imported(past, imported);
        };
    }

    private static Optional<Integer> time(Past past, Picked p) {
        var times = past.of(p.release().download());
        return p.trace().row().map(row -> times.grabbed(row, p.at())).or(times::hooked);
    }

    private static Next<Acquisition> grabbed(Past past, Picked p, int time) {
        var release = p.release();
        Next<Acquisition> started = Listing.started(past, p, p.title());
        Past now = settled(started.state().past(), attempt(p, time));
        var event = new ReleaseGrabbed(
                p.media(),
                p.instance(),
                release.download(),
                release.name(),
                release.bytes(),
                release.indexer(),
                now.attempt(release.download(), time),
                release.episodes());
        List<Effect> effects = new ArrayList<>(started.effects());
        effects.add(publish(event, p.trace().occurrence(time)));
        return next(now.state(), effects);
    }

    private static Attempt attempt(Picked p, int time) {
        var rows = new Rows(p.trace().row(), p.trace().row().map(_ -> p.at()), Optional.empty(), Optional.empty());
        return Attempt.of(p.release().download(), time, p.at(), Step.GRABBED)
                .withRows(rows)
                .in(p.title().generation())
                .holding(p.release().episodes());
    }

    /** An import that was heard of before its grab was taken for the end of an earlier time. */
    private static Past settled(Past past, Attempt grabbed) {
        Past now = past.with(grabbed);
        var earlier = past.of(grabbed.download()).attempts().stream()
                .filter(attempt -> attempt.time() < grabbed.time())
                .filter(attempt -> attempt.rows()
                        .importedAt()
                        .filter(at -> !at.isBefore(grabbed.at()))
                        .isPresent())
                .reduce((_, later) -> later);
        return earlier.map(attempt -> movedTo(now, attempt, grabbed)).orElse(now);
    }

    private static Past movedTo(Past past, Attempt from, Attempt to) {
        var rows = from.rows();
        var left = new Attempt(
                from.download(),
                from.time(),
                from.at(),
                Step.FAILED,
                new Rows(rows.grab(), rows.grabAt(), rows.end(), Optional.empty()),
                from.parts(),
                from.generation());
        return past.without(from)
                .with(left)
                .with(Attempt.imported(
                        to.download(), to.time(), rows.importedAt().orElseThrow()));
    }

    private static Next<Acquisition> failed(Past past, GivenUp g) {
        var times = past.of(g.download());
        int time = g.trace().row().map(times::ended).orElse(1);
        var rows = new Rows(Optional.empty(), Optional.empty(), g.trace().row(), Optional.empty());
        var attempt = Attempt.of(g.download(), time, g.at(), Step.FAILED).withRows(rows);
        var event = new ReleaseFailed(g.media(), g.instance(), g.download(), g.reason());
        return next(past.with(attempt).state(), publish(event, g.trace().occurrence(time)));
    }

    /** A look at the queue comes again and again, so it is told when it is news. */
    private static Optional<Next<Acquisition>> blocked(Past past, Refused r) {
        var times = past.of(r.download());
        Optional<Integer> time = r.occurrence().via() == Via.POLL
                ? Optional.of(times.newest()).filter(times::canBeBlocked)
                : times.hooked();
        var event = new ImportBlocked(r.media(), r.instance(), r.download(), r.reasons());
        return time.map(n -> next(
                past.with(Attempt.of(r.download(), n, r.at(), Step.BLOCKED)).state(),
                publish(event, r.trace().occurrence(n))));
    }

    private static Next<Acquisition> imported(Past past, Imported i) {
        Past now = i.download()
                .map(download ->
                        past.with(Attempt.imported(download, past.of(download).importedAt(i.at()), i.at())))
                .orElse(past);
        return i.media().isOneFile()
                ? next(
                        now.complete(i.at()).state(),
                        follows(i.occurrence(), new AcquisitionFinished(i.media(), i.instance())))
                : next(now.state());
    }
}
