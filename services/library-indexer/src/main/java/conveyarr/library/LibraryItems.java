package conveyarr.library;

import conveyarr.events.MediaId;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Next;
import conveyarr.flow.state.Handler;
import conveyarr.library.core.Indexing;
import conveyarr.library.core.LibraryItem;
import conveyarr.library.core.LibraryItem.Waiting;
import conveyarr.library.core.Servers;
import conveyarr.library.core.Signal;
import conveyarr.library.core.Signal.*;
import conveyarr.library.out.LibraryCalls;
import conveyarr.library.out.LibraryItemRow;
import conveyarr.library.out.LibraryRows;
import conveyarr.upstream.MediaServer;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/** The titles in the library: one input, one transaction. */
@Singleton
public class LibraryItems {
    private static final Logger LOGGER = Logger.getLogger(LibraryItems.class);

    private final Indexing indexing;
    private final LibraryFlow flow;
    private final LibraryRows rows;
    private final Handler<LibraryItem, LibraryItemRow> handler;

    LibraryItems(LibraryFlow flow, LibraryRows rows, Upstreams upstreams, LibrarySettings settings) {
        var servers = upstreams.all(MediaServer.class).stream()
                .map(server -> new Servers.Server(server.name(), server.kinds()))
                .toList();
        this.indexing = new Indexing(new Servers(servers), settings.limits());
        this.flow = flow;
        this.rows = rows;
        this.handler = flow.handler(LibraryRows.AGGREGATE);
        flow.carryOut(new LibraryCalls(upstreams, this::answered));
    }

    /** What an *arr says, by hook or by history; the second time nothing happens. A deletion is known by the state alone. The index follows. */
    public Uni<Void> handle(AtArr seen) {
        return flow.inTransaction(
                _ -> (seen instanceof Deleted ? observe(seen.occurrence(), seen) : once(seen.occurrence(), seen))
                        .chain(() -> rows.follow(seen)));
    }

    /** What a look at a media server says now, or the clock: {@code cause} is that look. */
    public Uni<Void> observe(Occurrence cause, Signal look) {
        return handler.observe(look.media().key(), cause, item -> decide(item, cause, look));
    }

    /** Everything that no media server lists yet. */
    public Uni<Map<MediaId, Waiting>> waiting() {
        return rows.waiting();
    }

    /** The titles for which a scan is due. */
    public Uni<List<MediaId>> due(Instant now) {
        return rows.due(now);
    }

    /** Whether people would hear of it that a server does not answer. */
    public boolean isOverdue(Waiting waiting, String code, Instant now) {
        return indexing.isOverdue(waiting, code, now);
    }

    private Uni<Void> answered(Signal answer) {
        return switch (answer) {
            case Asked a -> once(a.occurrence(), a);
            case Outside o -> once(o.occurrence(), o);
            case Counted c -> once(c.occurrence(), c);
            case Unlisted u -> once(u.occurrence(), u);
            case AtArr seen -> handle(seen);
            case Due _, Listed _, Missing _, Unanswered _ ->
                throw new IllegalArgumentException("no call is answered by " + answer);
        };
    }

    private Uni<Void> once(Occurrence cause, Signal signal) {
        return handler.handle(signal.media().key(), cause, item -> decide(item, cause, signal));
    }

    private Next<LibraryItem> decide(LibraryItem before, Occurrence cause, Signal signal) {
        var next = indexing.on(before, signal);
        boolean routine = (cause.via() == Via.POLL || signal instanceof Due)
                && before.getClass() == next.state().getClass();
        LOGGER.logf(
                routine ? Level.DEBUG : Level.INFO,
                "library.handled signal=%s title=%s source=%s via=%s before=%s after=%s eventId=%s",
                signal.getClass().getSimpleName(),
                signal.media(),
                cause.source(),
                cause.via().word(),
                before.getClass().getSimpleName(),
                next.state().getClass().getSimpleName(),
                cause.id());
        return next;
    }
}
