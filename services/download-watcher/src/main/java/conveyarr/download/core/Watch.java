package conveyarr.download.core;

import static conveyarr.flow.Effect.publish;
import static conveyarr.flow.Next.next;

import conveyarr.download.core.Download.*;
import conveyarr.download.core.Signal.*;
import conveyarr.events.DownloadEvent.DownloadRemoved;
import conveyarr.events.DownloadEvent.DownloadStarted;
import conveyarr.events.DownloadId;
import conveyarr.events.MediaId;
import conveyarr.flow.Next;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Decides what a signal means for a download. Pure: no clock, no database, no network. */
public record Watch(Rules rules) {
    public Next<Download> on(Download state, Signal signal) {
        return switch (signal) {
            case Grabbed g -> grabbed(state, g);
            case Seen s -> old(state, s.at()) ? next(state) : seen(state, s);
            case Unheard u -> old(state, u.at()) ? next(state) : Waiting.unheard(state, u);
            case Missing m -> missing(state, m);
            case ImportRefused i -> Askers.refused(state, i);
            case ImportSettled i -> next(Askers.settled(state, i));
            case GivenUp g -> next(Askers.givenUp(state, g));
            case KeepAsked k -> wishes().keep(state, k);
            case ActionOrdered o -> wishes().ordered(state, o);
        };
    }

    private Next<Download> grabbed(Download state, Grabbed g) {
        return switch (state) {
            case Unknown _, Removed _ -> next(new Awaited(g.media(), Askers.of(Set.of(), g)));
            case Unclaimed u -> started(g.media(), Askers.of(Set.of(), g), u.last());
            case Running _, Stalled _, Held _, Failed _ -> next(Askers.grabbed(state, g));
            case Awaited a -> next(new Awaited(a.media(), Askers.of(a.arrs(), g)));
            case Refused r -> next(r.with(r.life().with(Askers.of(r.life().arrs(), g))));
            case Finished f -> next(f.with(f.life().with(Askers.of(f.life().arrs(), g))));
        };
    }

    private Next<Download> seen(Download state, Seen s) {
        return switch (state) {
            case Unknown _ -> orphans().unclaimed(new Unclaimed(s, Care.NONE, s.at()), s);
            case Unclaimed u -> orphans().unclaimed(u, s);
            case Awaited a -> started(a.media(), Life.of(a, s.look().addedAt()), Care.NONE, s);
            case Running r -> orphans().after(looking().running(r, s), s);
            case Stalled(Running r) -> orphans().after(looking().stalled(r, s), s);
            case Held h -> orphans().after(looking().held(h, s), s);
            case Failed(Running r) -> orphans().after(looking().failed(r, s), s);
            case Refused r -> again(r.life(), s) ? started(r.media(), r.life().arrs(), s) : refused(r, s);
            case Finished f
            when again(f.life(), s) -> started(f.media(), f.life().arrs(), s);
            case Finished f
            when !f.settled() && s.look().condition() == Condition.BROKEN ->
                looking().vanished(f, s);
            case Finished f -> next(f);
            case Removed r
            when again(r.life(), s) ->
                started(r.media(), new Life(s.look().addedAt(), 0, r.life().arrs()), r.care(), s);
            case Removed r ->
                s.at().isAfter(r.at()) ? started(r.media(), r.life().returned(), r.care(), s) : next(r);
        };
    }

    private static Next<Download> missing(Download state, Missing m) {
        return switch (state) {
            case Running _, Stalled _, Held _, Failed _ ->
                removed(underWay(state).orElseThrow(), m);
            case Unclaimed _ -> next(new Unknown());
            case Refused r -> next(r.finished());
            case Unknown _, Awaited _, Finished _, Removed _ -> next(state);
        };
    }

    /** Added anew, so it is another life of the same hash. */
    private static boolean again(Life life, Seen s) {
        return s.look().addedAt().isAfter(life.addedAt());
    }

    private Looking looking() {
        return Looking.by(rules);
    }

    private Orphans orphans() {
        return new Orphans(rules);
    }

    private static Wishes wishes() {
        return new Wishes();
    }

    private Next<Download> started(MediaId media, Set<String> arrs, Seen s) {
        return started(media, new Life(s.look().addedAt(), 0, arrs), Care.NONE, s);
    }

    /** The client shows it, so it is there, whatever an earlier answer did not hold. */
    private Next<Download> started(MediaId media, Life life, Care care, Seen s) {
        var running = new Running(media, s.id(), life, s.look().amount().done(), s.at(), 0, care);
        var event = new DownloadStarted(
                media, s.id(), s.look().name(), s.look().amount().total());
        return Looking.before(
                publish(event, life.occurrence(s.at(), s.id(), "started")),
                looking().running(running, s));
    }

    /** A look that comes after a newer one says nothing. */
    private static boolean old(Download state, Instant at) {
        return underWay(state)
                .flatMap(running -> running.care().lookedAt())
                .filter(newest -> newest.isAfter(at))
                .isPresent();
    }

    /** What no *arr waits for, told or not. */
    public static Optional<DownloadId> orphan(Download state) {
        return state instanceof Unclaimed u && u.last().look().traits().ours()
                ? Optional.of(u.last().id())
                : underWay(state).filter(r -> r.care().givenUp().isPresent()).map(Running::id);
    }

    /** The download behind a state that is neither before its start nor after its end. */
    public static Optional<Running> underWay(Download state) {
        return switch (state) {
            case Running running -> Optional.of(running);
            case Stalled(Running before) -> Optional.of(before);
            case Held held -> Optional.of(held.before());
            case Failed(Running before) -> Optional.of(before);
            case Unknown _, Awaited _, Unclaimed _, Finished _, Refused _, Removed _ -> Optional.empty();
        };
    }

    private Next<Download> refused(Refused r, Seen s) {
        var seeing = new Repair.Seeing(s.at(), s.look(), r.reasons());
        var done = new Repair(rules).on(r.patient(), Care.Kind.IMPORT_REFUSED, r.since(), seeing);
        return next(r.with(done.care()), done.effects());
    }

    private static Next<Download> removed(Running r, Missing m) {
        var event = new DownloadRemoved(r.media(), r.id());
        return next(
                new Removed(r.media(), r.id(), r.life(), m.at(), r.care().wishes()),
                publish(event, r.life().occurrence(m.at(), r.id(), "removed")));
    }
}
