package conveyarr.library.core;

import static conveyarr.flow.Effect.publish;
import static conveyarr.flow.Next.next;

import conveyarr.events.LibraryEvent.ScanRequested;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import conveyarr.library.core.Call.Scan;
import conveyarr.library.core.LibraryItem.*;
import conveyarr.library.core.Signal.*;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Decides what a signal means for a library item. Pure: no clock, no database, no network. */
public record Indexing(Servers servers, Limits limits) {

    public Next<LibraryItem> on(LibraryItem item, Signal signal) {
        var wishes = new Wishes(servers, limits);
        return switch (signal) {
            case Imported i -> new Importing(servers, wishes).on(item, i);
            case Deleted d -> new Removing(wishes).on(item, d);
            case Emptied e -> new Removing(wishes).on(item, e);
            case Renamed r -> new Removing(wishes).on(item, r);
            case Due d -> due(item, d);
            case Asked a -> next(answered(item, a.scan(), a.occurrence().at(), false), requested(a));
            case Outside o -> outside(item, o);
            case Listed l -> item instanceof Waiting w ? Showing.on(w, l) : next(item);
            case Missing m -> item instanceof Waiting w ? new Missed(limits).on(w, m) : next(item);
            case Unanswered u -> item instanceof Waiting w ? new Missed(limits).on(w, u) : next(item);
            case Unlisted u -> Recount.elsewhere(item, u);
            case Counted c -> item.hasFiles() ? Counting.on(item, c, limits.recount()) : next(item);
        };
    }

    /** Whether people would be told of this cause now. */
    public boolean isOverdue(Waiting waiting, String code, Instant now) {
        return !waiting.waited().told().contains(code)
                && waiting.waited()
                        .since()
                        .filter(since -> !since.plus(limits.overdue()).isAfter(now))
                        .isPresent();
    }

    private static Next<LibraryItem> due(LibraryItem item, Due d) {
        Predicate<Wish> isDue = wish -> wish.isDue(d.at());
        List<Effect> scans = item.shelf().wishes().stream()
                .filter(isDue)
                .<Effect>map(wish -> scan(d, wish))
                .toList();
        var after = item.with(item.shelf().withWishes(wish -> isDue.test(wish) ? wish.underWay() : wish));
        boolean begins = after instanceof Waiting && !scans.isEmpty();
        return Recount.on(
                begins ? ((Waiting) after).with(((Waiting) after).waited().begunAt(d.at())) : after, d, scans);
    }

    private static Scan scan(Due d, Wish wish) {
        return new Scan(d.media(), wish.server(), wish.folder(), wish.because(), wish.round());
    }

    private static Effect requested(Asked a) {
        return publish(new ScanRequested(a.media(), a.scan().server(), a.path()), a.occurrence());
    }

    /** What is there already is scanned for once. */
    private static LibraryItem answered(LibraryItem item, Scan scan, Instant at, boolean outside) {
        Predicate<Wish> isIt = wish -> wish.is(scan.server(), scan.folder()) && wish.round() == scan.round();
        return item instanceof Waiting w
                ? w.with(w.shelf().withWishes(wish -> isIt.test(wish) ? wish.asked(at, outside) : wish))
                : item.with(item.shelf()
                        .keepingWishes(wish -> !isIt.test(wish) || wish.due().isPresent()));
    }

    private static Next<LibraryItem> outside(LibraryItem item, Outside o) {
        var after = answered(item, o.scan(), o.occurrence().at(), true);
        boolean nowhere = after.shelf().wishes().stream().allMatch(Wish::outside);
        return after instanceof Waiting w && nowhere ? Overdue.outside(w, o) : next(after);
    }
}
