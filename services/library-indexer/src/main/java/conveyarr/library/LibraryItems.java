package conveyarr.library;

import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Next;
import conveyarr.flow.state.Handler;
import conveyarr.library.core.Call.Scan;
import conveyarr.library.core.Indexing;
import conveyarr.library.core.LibraryItem;
import conveyarr.library.core.LibraryItem.Waiting;
import conveyarr.library.core.Signal;
import conveyarr.library.core.Signal.Asked;
import conveyarr.library.core.Signal.Imported;
import conveyarr.library.out.LibraryCalls;
import conveyarr.library.out.LibraryItemRow;
import conveyarr.library.out.LibraryRows;
import conveyarr.upstream.MediaServer;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/** The titles in the library: one input, one transaction. */
@Singleton
public class LibraryItems {
    private static final Logger LOGGER = Logger.getLogger(LibraryItems.class);

    private final Indexing indexing;
    private final LibraryRows rows;
    private final Handler<LibraryItem, LibraryItemRow> handler;

    LibraryItems(
            LibraryFlow flow,
            LibraryRows rows,
            Upstreams upstreams,
            @ConfigProperty(name = "conveyarr.library.scan-again-after", defaultValue = "2m") Duration pause) {
        var servers =
                upstreams.all(MediaServer.class).stream().map(MediaServer::name).toList();
        this.indexing = new Indexing(servers, pause);
        this.rows = rows;
        this.handler = flow.handler(LibraryRows.AGGREGATE);
        flow.carryOut(new LibraryCalls(upstreams, this::asked));
    }

    /** The second time that an import comes, by hook or by history, nothing happens. */
    public Uni<Void> handle(Imported imported) {
        return handle(imported.occurrence(), imported);
    }

    /** What a look at a media server says now: {@code cause} is that look. */
    public Uni<Void> observe(Occurrence cause, Signal look) {
        return handler.observe(look.media().key(), cause, item -> decide(item, cause, look));
    }

    /** Everything that no media server lists yet. */
    public Uni<Map<MediaId, Waiting>> waiting() {
        return rows.waiting();
    }

    private Uni<Void> asked(Scan scan) {
        var key = NaturalKey.of("scan", scan.because(), scan.round());
        var now = Occurrence.at(Instant.now(), Via.SELF, scan.server(), key);
        return handle(now, new Asked(now, scan));
    }

    private Uni<Void> handle(Occurrence cause, Signal signal) {
        return handler.handle(signal.media().key(), cause, item -> decide(item, cause, signal));
    }

    private Next<LibraryItem> decide(LibraryItem before, Occurrence cause, Signal signal) {
        var next = indexing.on(before, signal);
        boolean routine =
                cause.via() == Via.POLL && before.getClass() == next.state().getClass();
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
