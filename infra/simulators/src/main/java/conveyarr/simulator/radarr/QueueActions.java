package conveyarr.simulator.radarr;

import conveyarr.simulator.state.Ledger;
import java.util.Optional;

/** What can be done to a queue row: remove it, fail it, ignore it. None of these sends a webhook. */
final class QueueActions {
    /** The options of {@code DELETE /queue/{id}}. */
    record Removal(boolean fromClient, boolean blocklist, boolean searchAgain, boolean changeCategory) {}

    private final Ledger<RadarrState> state;
    private final TorrentClient client;

    QueueActions(Ledger<RadarrState> state, TorrentClient client) {
        this.state = state;
        this.client = client;
    }

    boolean remove(int queueId, Removal how) {
        Optional<Tracked> found = state.read(s -> s.queued(queueId));
        found.ifPresent(tracked -> {
            if (how.fromClient()) {
                client.delete(tracked.release);
            }
            if (how.blocklist()) {
                fail(tracked, "Manually marked as failed", how.searchAgain());
            } else if (!how.fromClient() && !how.changeCategory()) {
                state.update(s ->
                        s.write("downloadIgnored", tracked, HistoryData.ended(tracked.release, "Manually ignored")));
            }
            state.update(s -> s.queue.remove(tracked));
        });
        return found.isPresent();
    }

    /** The client reported a failure: row in history, torrent gone, and a new search, which is Radarr's default. */
    void clientFailed(int tmdbId) {
        Tracked tracked = state.read(s -> s.tmdb(tmdbId)
                .flatMap(m -> s.queue.stream().filter(t -> t.movieId == m.id).findFirst())
                .orElseThrow(() -> new IllegalStateException("nothing is downloading for tmdb " + tmdbId)));
        client.delete(tracked.release);
        fail(tracked, "qBittorrent is reporting an error", true);
    }

    /** {@code POST /history/failed/{id}}. */
    boolean markFailed(int historyId) {
        Optional<HistoryRow> row = state.read(s -> s.history.stream()
                .filter(h -> h.id == historyId && h.eventType.equals("grabbed"))
                .findFirst());
        row.flatMap(r -> state.read(s -> s.queue.stream()
                        .filter(t -> t.release.hash().equals(r.downloadId))
                        .findFirst()))
                .ifPresent(t -> fail(t, "Manually marked as failed", true));
        return row.isPresent();
    }

    private void fail(Tracked tracked, String message, boolean searchAgain) {
        state.update(s -> {
            s.queue.remove(tracked);
            s.write("downloadFailed", tracked, HistoryData.ended(tracked.release, message));
            if (searchAgain) {
                s.searches.add(tracked.movieId);
            }
        });
    }
}
