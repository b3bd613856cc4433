package conveyarr.simulator.radarr;

import conveyarr.simulator.state.Ledger;
import java.time.Instant;
import java.util.List;

/** Searches and grabs: the release goes to qBittorrent, then into history and queue, then out as a Grab. */
final class Searches {
    private final Ledger<RadarrState> state;
    private final TorrentClient client;
    private final Connections connections;

    Searches(Ledger<RadarrState> state, TorrentClient client, Connections connections) {
        this.state = state;
        this.client = client;
        this.connections = connections;
    }

    void ask(List<Integer> movieIds) {
        state.update(s -> s.searches.addAll(movieIds));
    }

    /** A grab that qBittorrent did not take stays wanted, like Radarr's pending releases. */
    void round() {
        for (int movieId : state.read(s -> List.copyOf(s.searches))) {
            MovieRow row = state.read(s -> s.movie(movieId)
                    .filter(m -> !m.hasFile() && !s.follows(movieId) && !s.nothing.contains(m.movie.tmdbId()))
                    .orElse(null));
            if (row != null) {
                grab(row);
            }
            state.update(s -> s.searches.remove(movieId));
        }
    }

    private void grab(MovieRow row) {
        Release release = Release.of(row.movie, state.read(s -> s.attempt(row.id)));
        client.add(release);
        state.update(s -> {
            Tracked tracked = new Tracked();
            tracked.movieId = row.id;
            tracked.release = release;
            tracked.added = Instant.now();
            tracked.left = release.size();
            s.queue.add(tracked);
            s.write("grabbed", tracked, HistoryData.grabbed(release, row));
        });
        connections.publish("onGrab", "Grab", Payloads.grab(row, release));
    }
}
