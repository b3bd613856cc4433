package conveyarr.simulator.arr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Shape;
import java.util.Optional;
import java.util.function.Predicate;

/** What can be done to a queue row: remove it, fail it, ignore it. None of these sends a webhook. */
public final class QueueActions {
    /** The options of {@code DELETE /queue/{id}}. */
    record Removal(boolean fromClient, boolean blocklist, boolean searchAgain, boolean changeCategory) {}

    /** The {@code data} of {@code downloadFailed} and {@code downloadIgnored}. */
    private static final Shape ENDED = Shape.of(QueueActions.class, "data-ended.json");

    private final Ledger<? extends ArrState> state;
    private final TorrentClient client;
    private final Dialect<?> dialect;

    QueueActions(Ledger<? extends ArrState> state, TorrentClient client, Dialect<?> dialect) {
        this.state = state;
        this.client = client;
        this.dialect = dialect;
    }

    /** One row of a download of several removes it whole. */
    boolean remove(int queueId, Removal how) {
        Optional<Tracked> found =
                find(t -> t.pieces().stream().anyMatch(piece -> t.queueId(dialect.mark(piece)) == queueId));
        found.ifPresent(tracked -> {
            if (how.fromClient()) {
                client.delete(tracked.release());
            }
            if (how.blocklist()) {
                fail(tracked, "Manually marked as failed", how.searchAgain());
            } else if (!how.fromClient() && !how.changeCategory()) {
                state.update(s -> write(s, tracked, "downloadIgnored", "Manually ignored"));
            }
            state.update(s -> s.queue.remove(tracked));
        });
        return found.isPresent();
    }

    /** The client reported a failure: rows in history, torrent gone, and a new search, which is the default. */
    public void clientFailed(int piece) {
        Tracked tracked = find(t -> t.pieces().contains(piece))
                .orElseThrow(() -> new IllegalStateException("nothing is downloading for " + piece));
        client.delete(tracked.release());
        fail(tracked, "qBittorrent is reporting an error", true);
    }

    /** {@code POST /history/failed/{id}}. */
    boolean markFailed(int historyId) {
        Optional<HistoryRow> row = state.read(s -> s.history.stream()
                .filter(h -> h.id == historyId && h.eventType.equals("grabbed"))
                .findFirst());
        row.flatMap(r -> find(t -> t.release().hash().equals(r.downloadId)))
                .ifPresent(t -> fail(t, "Manually marked as failed", true));
        return row.isPresent();
    }

    private Optional<Tracked> find(Predicate<Tracked> which) {
        return state.read(s -> s.queue.stream().filter(which).findFirst());
    }

    private void fail(Tracked tracked, String message, boolean searchAgain) {
        state.update(s -> {
            s.queue.remove(tracked);
            write(s, tracked, "downloadFailed", message);
            if (searchAgain) {
                s.search(tracked.pieces());
            }
        });
    }

    private static void write(ArrState s, Tracked tracked, String eventType, String message) {
        ObjectNode facts = Json.of(
                "release", tracked.release(), "size", "" + tracked.release().size());
        ObjectNode data = ENDED.fill(facts.put("message", message));
        tracked.pieces().forEach(piece -> s.write(eventType, tracked, piece, data));
    }
}
