package conveyarr.library.in;

import conveyarr.events.Trace;
import conveyarr.events.Via;
import conveyarr.flow.InOrder;
import conveyarr.flow.LastLook;
import conveyarr.flow.LifeBook;
import conveyarr.flow.Turn;
import conveyarr.library.LibraryFlow;
import conveyarr.library.LibraryItems;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.ArrKeys;
import conveyarr.upstream.ArrLives;
import conveyarr.upstream.ArrShelf.Stock;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.Sighting.Imported;
import conveyarr.upstream.Sighting.ImportedFile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Files that are in the library of an *arr and of which neither a hook nor its history told, such as one that a person put into the folder. Under
 * the id that these would have given, so that one that was told is told no second time.
 */
@Singleton
class Unheard {
    /** Its hook may be on its way. */
    private static final Duration A_MOMENT = Duration.ofMinutes(1);
    /** What people ask for, and whose files have numbers that hook and history tell. */
    private static final Set<String> KINDS = Set.of("movie", "series");

    private final LibraryItems items;
    private final LifeBook lives;
    private final LastLook lastLook;

    Unheard(LibraryFlow flow, LibraryItems items) {
        this.items = items;
        this.lives = new LifeBook(flow);
        this.lastLook = new LastLook(flow, "stock");
    }

    /** What was there before the first stocktaking is no news. */
    Uni<Instant> since(String instance, Instant now) {
        return lastLook.before(instance, now);
    }

    Uni<Void> tell(ArrApp arr, List<Stock> news, Instant now, Turn turn) {
        return told(arr, news).chain(() -> lastLook.done(arr.name(), now, turn));
    }

    static boolean isNews(Stock one, Instant since, Instant now) {
        Instant added = one.file().addedAt();
        return one.file().number() > 0
                && KINDS.contains(one.media().kind())
                && added.isAfter(since)
                && !added.isAfter(now.minus(A_MOMENT));
    }

    /** What the history has is left to it: it knows the download as well. */
    private Uni<Void> told(ArrApp arr, List<Stock> news) {
        var first = news.stream().map(one -> one.file().addedAt()).min(Instant::compareTo);
        return first.map(at -> arr.history(at.minus(A_MOMENT)).chain(history -> lives.of(arr.name())
                        .chain(known -> InOrder.each(
                                Signals.of(ArrLives.placed(known, sightings(arr.name(), news, history))),
                                items::handle))))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    static List<Sighting> sightings(String instance, List<Stock> news, List<Sighting> history) {
        Set<Long> told = history.stream()
                .filter(Imported.class::isInstance)
                .map(one -> ((Imported) one).file().id())
                .collect(Collectors.toSet());
        return news.stream()
                .filter(one -> !told.contains(one.file().number()))
                .<Sighting>map(one -> sighting(instance, one))
                .toList();
    }

    private static Sighting sighting(String instance, Stock one) {
        var file = one.file();
        var trace = Trace.of(file.addedAt(), Via.POLL, instance, ArrKeys.imported(file.number()));
        var seen = new ImportedFile(
                file.number(), file.path(), file.bytes(), file.marks().quality(), false, file.episodes());
        return new Imported(trace, one.media(), one.title(), Optional.empty(), seen);
    }
}
