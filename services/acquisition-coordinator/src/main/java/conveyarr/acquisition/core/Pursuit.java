package conveyarr.acquisition.core;

import static conveyarr.flow.Effect.follows;
import static conveyarr.flow.Effect.publish;
import static conveyarr.flow.Next.next;

import conveyarr.acquisition.core.Attempt.Step;
import conveyarr.acquisition.core.Signal.*;
import conveyarr.events.AcquisitionEvent.AcquisitionFinished;
import conveyarr.events.AcquisitionEvent.AcquisitionStarted;
import conveyarr.events.AcquisitionEvent.ImportBlocked;
import conveyarr.events.AcquisitionEvent.ReleaseFailed;
import conveyarr.events.AcquisitionEvent.ReleaseGrabbed;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Decides what a signal means for an acquisition. Pure: no clock, no database, no network. What is told depends on the signal alone and
 * never on the state, since the signals come in any order: a grab that is found late is told all the same.
 */
public final class Pursuit {
    /** One file makes these complete; of a series or an album, only the *arr knows when it has enough. */
    private static final Set<String> ONE_FILE = Set.of("movie", "book");

    public Next<Acquisition> on(Acquisition state, Signal signal) {
        Past past = state.past();
        return switch (signal) {
            case Listed listed -> started(past, listed, listed.title());
            case Picked picked -> grabbed(past, picked);
            case GivenUp g ->
                next(
                        past.with(g.download(), g.at(), Step.FAILED).state(),
                        publish(new ReleaseFailed(g.media(), g.instance(), g.download(), g.reason()), g.occurrence()));
            case Refused r ->
                next(
                        past.with(r.download(), r.at(), Step.BLOCKED).state(),
                        publish(new ImportBlocked(r.media(), r.instance(), r.download(), r.reasons()), r.occurrence()));
            case Imported imported -> imported(past, imported);
        };
    }

    /** The title is on the list, or it could not have been grabbed; told once, whichever of the two says so first. */
    private static Next<Acquisition> started(Past past, Signal s, Title title) {
        Acquisition now = past.withTitle().state();
        if (past.listed()) {
            return next(now);
        }
        var key = NaturalKey.of("started", s.instance(), s.media());
        var once = Occurrence.at(s.at(), s.occurrence().via(), s.instance(), key);
        return next(now, publish(new AcquisitionStarted(s.media(), s.instance(), title.name(), title.year()), once));
    }

    private static Next<Acquisition> grabbed(Past past, Picked p) {
        var release = p.release();
        Next<Acquisition> started = started(past, p, p.title());
        Past now = started.state().past().with(release.download(), p.at(), Step.GRABBED);
        var event = new ReleaseGrabbed(
                p.media(),
                p.instance(),
                release.download(),
                release.name(),
                release.bytes(),
                release.indexer(),
                now.attempt(release.download()),
                release.episodes());
        List<Effect> effects = new ArrayList<>(started.effects());
        effects.add(publish(event, p.occurrence()));
        return next(now.state(), effects);
    }

    private static Next<Acquisition> imported(Past past, Imported i) {
        Past now = i.download()
                .map(download -> past.with(download, i.at(), Step.IMPORTED))
                .orElse(past);
        return ONE_FILE.contains(i.media().kind())
                ? next(
                        now.complete(i.at()).state(),
                        follows(i.occurrence(), new AcquisitionFinished(i.media(), i.instance())))
                : next(now.state());
    }
}
