package conveyarr.simulator.radarr;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.simulator.state.Ledger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Follows the downloads in qBittorrent and imports what is complete, unless the import is blocked. */
final class Watch {
    private final Ledger<RadarrState> state;
    private final TorrentClient client;
    private final Connections connections;

    Watch(Ledger<RadarrState> state, TorrentClient client, Connections connections) {
        this.state = state;
        this.client = client;
        this.connections = connections;
    }

    void round() {
        if (state.read(s -> s.queue.isEmpty())) {
            return;
        }
        Map<String, JsonNode> torrents = new HashMap<>();
        client.torrents().forEach(t -> torrents.put(t.path("hash").asText().toUpperCase(), t));
        state.update(s -> s.queue.removeIf(t -> !torrents.containsKey(t.release.hash())));
        List<Tracked> followed = state.read(s -> List.copyOf(s.queue));
        followed.forEach(t -> follow(t, torrents.get(t.release.hash())));
    }

    private void follow(Tracked tracked, JsonNode torrent) {
        boolean complete = state.change(s -> {
            tracked.follow(
                    torrent.path("state").asText(), torrent.path("amount_left").asLong());
            return tracked.status.equals("completed")
                    && torrent.path("progress").asDouble() == 1;
        });
        if (complete && state.read(s -> s.movie(tracked.movieId).isPresent())) {
            arrived(tracked, torrent.path("content_path").asText());
        }
    }

    private void arrived(Tracked tracked, String contentPath) {
        MovieRow row = state.read(s -> s.movie(tracked.movieId).orElseThrow());
        if (state.read(s -> s.blocked.contains(row.movie.tmdbId()))) {
            block(tracked, row);
        } else {
            importFile(tracked, row, contentPath + "/movie.mkv");
        }
    }

    private void block(Tracked tracked, MovieRow row) {
        boolean first = state.change(s -> {
            boolean untold = !tracked.told;
            tracked.told = true;
            tracked.state = "importBlocked";
            tracked.health = "warning";
            return untold;
        });
        if (first) {
            connections.publish(
                    "onManualInteractionRequired",
                    "ManualInteractionRequired",
                    Payloads.manualInteraction(row, tracked.release));
        }
    }

    private void importFile(Tracked tracked, MovieRow row, String source) {
        state.update(s -> {
            row.movieFileId = ++s.lastFile;
            row.size = tracked.release.size();
            row.imported = Instant.now();
            row.release = tracked.release.title();
            s.queue.remove(tracked);
            s.write("downloadFolderImported", tracked, HistoryData.imported(tracked.release, row, source));
        });
        connections.publish("onDownload", "Download", Payloads.download(row, tracked.release, source));
    }
}
