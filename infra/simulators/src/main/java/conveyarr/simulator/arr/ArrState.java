package conveyarr.simulator.arr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What every program of the family keeps in its database; ids only ever go up. A piece is a movie or an episode, by its id. */
public abstract class ArrState {
    int lastFile;
    int lastHistory;
    int lastCommand;
    int lastConnection;
    String hooksTo = "";
    List<HistoryRow> history = new ArrayList<>();
    List<Tracked> queue = new ArrayList<>();
    List<Connection> connections = new ArrayList<>();
    List<ObjectNode> commands = new ArrayList<>();
    List<HealthIssue> health = new ArrayList<>();
    /** Pieces to search for in the next round. */
    Set<Integer> searches = new LinkedHashSet<>();

    public int nextFile() {
        return ++lastFile;
    }

    /** They are searched for in the next round. */
    public void search(Collection<Integer> pieces) {
        searches.addAll(pieces);
    }

    /** The download in the queue that holds this piece. */
    public Optional<Tracked> following(int piece) {
        return queue.stream().filter(t -> t.pieces().contains(piece)).findFirst();
    }

    /** How often history says this of the piece. */
    public int times(int piece, String eventType) {
        return (int) history.stream()
                .filter(h -> h.pieceId == piece && h.eventType.equals(eventType))
                .count();
    }

    public void write(String eventType, Tracked download, int piece, ObjectNode data) {
        HistoryRow row = row(eventType, download.titleId(), piece);
        row.sourceTitle = download.release().title();
        row.downloadId = download.release().hash();
        row.data = data;
    }

    /** The title of such a row is the whole path. */
    public void writeDeleted(int titleId, int piece, String path, ObjectNode data) {
        HistoryRow row = row("episodeFileDeleted", titleId, piece);
        row.sourceTitle = path;
        row.data = data;
    }

    private HistoryRow row(String eventType, int titleId, int piece) {
        HistoryRow row = new HistoryRow();
        row.id = ++lastHistory;
        row.titleId = titleId;
        row.pieceId = piece;
        row.eventType = eventType;
        row.date = Instant.now();
        history.add(row);
        return row;
    }

    /** It is imported: no row of the queue any more. */
    public void finished(Tracked download) {
        queue.remove(download);
    }

    /** A title takes its history and its queue rows with it, as in the real one. */
    public void forget(int titleId) {
        history.removeIf(h -> h.titleId == titleId);
        queue.removeIf(t -> t.titleId() == titleId);
    }

    Connection connection(ObjectNode settings) {
        Connection connection = new Connection(++lastConnection, settings);
        connections.add(connection);
        return connection;
    }
}
