package conveyarr.acquisition.in;

import conveyarr.acquisition.AcquisitionFlow;
import conveyarr.acquisition.Acquisitions;
import conveyarr.events.Trace;
import conveyarr.events.Via;
import conveyarr.flow.Cursors;
import conveyarr.flow.Cursors.Cursor;
import conveyarr.flow.InOrder;
import conveyarr.flow.LifeBook;
import conveyarr.flow.Turn;
import conveyarr.upstream.ArrApp.Addition;
import conveyarr.upstream.ArrApp.ListedTitle;
import conveyarr.upstream.ArrKeys;
import conveyarr.upstream.ArrLives;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.Sighting.TitleAdded;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the titles whose coming no hook brought: it is sent once, and no history has a row of it. The first look tells nothing, for a whole
 * library came before us.
 */
final class Additions {
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final AcquisitionFlow flow;
    private final Acquisitions acquisitions;
    private final Cursors cursors;
    private final LifeBook lives;

    Additions(AcquisitionFlow flow, Acquisitions acquisitions) {
        this.flow = flow;
        this.acquisitions = acquisitions;
        this.cursors = new Cursors(flow.tables().schema());
        this.lives = new LifeBook(flow);
    }

    /** {@code asked} is when the list was asked for. */
    Uni<Void> tell(String instance, List<ListedTitle> titles, Instant asked, Turn turn) {
        String cursor = "list|" + instance;
        return flow.inTransaction(tx -> cursors.of(tx, cursor, asked, asked))
                .chain(at -> lives.of(instance)
                        .map(life -> Signals.of(ArrLives.placed(life, since(at, instance, titles))))
                        .chain(signals -> InOrder.eachPossible(signals, acquisitions::handle)))
                .chain(() -> flow.inTransaction(tx -> turn.confirm(tx).chain(() -> cursors.reach(tx, cursor, asked))));
    }

    /** As the hooks would have told it, oldest first; what a hook did tell is told under the same name. */
    static List<Sighting> since(Cursor cursor, String instance, List<ListedTitle> titles) {
        Instant from = cursor.reached().minus(OVERLAP);
        return titles.stream()
                .filter(title -> title.added()
                        .map(Addition::at)
                        .filter(at -> at.isAfter(from) && at.isAfter(cursor.beganAt()))
                        .isPresent())
                .sorted(Comparator.comparing(
                        title -> title.added().orElseThrow().at()))
                .<Sighting>map(title -> seen(instance, title, title.added().orElseThrow()))
                .toList();
    }

    private static TitleAdded seen(String instance, ListedTitle title, Addition added) {
        var trace = Trace.of(added.at(), Via.HISTORY, instance, ArrKeys.added(title.number()));
        return new TitleAdded(trace, title.media(), added.title());
    }
}
