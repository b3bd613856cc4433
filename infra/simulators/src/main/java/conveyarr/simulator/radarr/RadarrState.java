package conveyarr.simulator.radarr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that Radarr keeps in its database; ids only ever go up. */
final class RadarrState {
    int lastMovie;
    int lastFile;
    int lastHistory;
    int lastCommand;
    int lastConnection;
    String hooksTo = "";
    List<MovieRow> movies = new ArrayList<>();
    List<HistoryRow> history = new ArrayList<>();
    List<Tracked> queue = new ArrayList<>();
    List<Connection> connections = new ArrayList<>();
    List<ObjectNode> commands = new ArrayList<>();
    List<HealthIssue> health = new ArrayList<>();
    /** Movie ids to search for in the next round. */
    Set<Integer> searches = new LinkedHashSet<>();
    /** TMDB ids whose import is blocked, and those of which no release exists: told by a test. */
    Set<Integer> blocked = new LinkedHashSet<>();

    Set<Integer> nothing = new LinkedHashSet<>();

    Optional<MovieRow> movie(int id) {
        return movies.stream().filter(m -> m.id == id).findFirst();
    }

    Optional<MovieRow> tmdb(int tmdbId) {
        return movies.stream().filter(m -> m.movie.tmdbId() == tmdbId).findFirst();
    }

    Optional<Tracked> queued(int queueId) {
        return queue.stream().filter(t -> t.queueId() == queueId).findFirst();
    }

    boolean follows(int movieId) {
        return queue.stream().anyMatch(t -> t.movieId == movieId);
    }

    int attempt(int movieId) {
        return 1
                + (int) history.stream()
                        .filter(h -> h.movieId == movieId && h.eventType.equals("downloadFailed"))
                        .count();
    }

    void write(String eventType, Tracked download, ObjectNode data) {
        HistoryRow row = new HistoryRow();
        row.id = ++lastHistory;
        row.movieId = download.movieId;
        row.sourceTitle = download.release.title();
        row.downloadId = download.release.hash();
        row.eventType = eventType;
        row.date = Instant.now();
        row.data = data;
        history.add(row);
    }

    Connection connection(ObjectNode settings) {
        Connection connection = new Connection(++lastConnection, settings);
        connections.add(connection);
        return connection;
    }
}
