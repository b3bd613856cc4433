package conveyarr.library.core;

import static conveyarr.flow.Effect.publish;
import static conveyarr.flow.Next.next;

import conveyarr.events.LibraryEvent.FileImported;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.LibraryEvent.ScanRequested;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import conveyarr.library.core.Call.Scan;
import conveyarr.library.core.LibraryItem.*;
import conveyarr.library.core.Signal.*;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides what a signal means for a library item. Pure: no clock, no database, no network. {@code servers} are the media servers that there
 * are to ask; {@code pause} is how long the first scan may take before it is asked for again.
 */
public record Indexing(List<String> servers, Duration pause) {
    private static final int MOST_DOUBLINGS = 8;

    private record Moment(LibraryItem item, Signal signal) {}

    public Next<LibraryItem> on(LibraryItem item, Signal signal) {
        return switch (new Moment(item, signal)) {
            case Moment(var _, Imported i) -> imported(item, i);
            case Moment(Waiting w, Asked a)
            when a.scan().because().equals(w.imported().id()) -> next(asked(w, a), requested(a));
            case Moment(var _, Asked a) -> next(item, requested(a));
            case Moment(Waiting w, Missing m) -> missing(w.seenWithoutIt(), m);
            case Moment(Waiting w, Listed l) ->
                next(
                        new Available(Optional.of(l.server()), w.life().covered()),
                        publish(
                                new MediaBecameAvailable(l.media(), Optional.of(l.server()), Optional.of(l.item())),
                                Availability.seen(w, l)));
            // Everything else changes nothing. Listed by signal, so that a new signal fails to compile here.
            case Moment(var _, Missing _), Moment(var _, Listed _) -> next(item);
        };
    }

    /**
     * Every import is told and scanned for, an upgrade of what is available as well; the newest is the one that we wait for. What comes anew,
     * or from another instance, is waited for again.
     */
    private Next<LibraryItem> imported(LibraryItem item, Imported i) {
        var file = i.file();
        var told = new FileImported(
                i.media(),
                i.instance(),
                file.id(),
                file.path(),
                file.bytes(),
                file.quality(),
                i.download(),
                file.upgrade(),
                file.episodes());
        List<Effect> effects = new ArrayList<>(List.of(publish(told, i.occurrence())));
        servers.forEach(server -> effects.add(scan(i, server)));
        return switch (item) {
            case Available a
            when Life.isBegunBy(i, a.covered()) -> begun(i, false, Life.begunBy(i, a.covered()), effects);
            case Available a -> next(a, effects);
            case Waiting w
            when !servers.isEmpty() && !i.after(w.imported()) ->
                next(w.with(w.life().with(i)), effects);
            case Waiting w -> begun(i, w.missed(), w.life().with(i), effects);
            case Unknown _ -> begun(i, false, Life.FIRST.with(i), effects);
        };
    }

    private Next<LibraryItem> begun(Imported i, boolean missed, Life life, List<Effect> effects) {
        if (servers.isEmpty()) {
            var told = new MediaBecameAvailable(i.media(), Optional.empty(), Optional.empty());
            effects.add(publish(told, Availability.imported(i, life)));
            return next(new Available(Optional.empty(), life.covered()), effects);
        }
        var wishes = servers.stream()
                .sorted()
                .map(server -> new Wish(server, 1, Optional.empty()))
                .toList();
        return next(new Waiting(i.title(), i.occurrence(), i.file().folder(), wishes, missed, life), effects);
    }

    private static Waiting asked(Waiting w, Asked a) {
        return w.with(new Wish(
                a.scan().server(), a.scan().round(), Optional.of(a.occurrence().at())));
    }

    private static Effect requested(Asked a) {
        return publish(new ScanRequested(a.media(), a.scan().server(), a.scan().folder()), a.occurrence());
    }

    /** A server that took our wish and still does not list the item is asked again, each time after twice the pause. */
    private Next<LibraryItem> missing(Waiting w, Missing m) {
        var wish = w.wish(m.server());
        boolean due = wish.map(Wish::askedAt)
                .map(at -> at.filter(
                                asked -> !asked.plus(pause(wish.get().round())).isAfter(m.at()))
                        .isPresent())
                .orElse(true);
        if (!due) {
            return next(w);
        }
        int round = wish.map(Wish::round).orElse(0) + 1;
        return next(
                w.with(new Wish(m.server(), round, Optional.empty())),
                new Scan(m.media(), m.server(), w.folder(), w.imported().id(), round));
    }

    private Duration pause(int round) {
        return pause.multipliedBy(1L << Math.min(round - 1, MOST_DOUBLINGS));
    }

    private static Scan scan(Imported i, String server) {
        return new Scan(i.media(), server, i.file().folder(), i.occurrence().id(), 1);
    }
}
