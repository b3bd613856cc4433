package conveyarr.simulator.arr;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.simulator.state.Ledger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Follows the downloads in qBittorrent and imports what is complete, unless the import is blocked. */
final class Watch<S extends ArrState> {
    private final Ledger<S> state;
    private final TorrentClient client;
    private final Connections connections;
    private final Trade<S> trade;

    Watch(Ledger<S> state, TorrentClient client, Connections connections, Trade<S> trade) {
        this.state = state;
        this.client = client;
        this.connections = connections;
        this.trade = trade;
    }

    void round() {
        if (state.read(s -> s.queue.isEmpty())) {
            return;
        }
        Map<String, JsonNode> torrents = new HashMap<>();
        client.torrents().forEach(t -> torrents.put(t.path("hash").asText().toUpperCase(), t));
        state.update(
                s -> s.queue.removeIf(t -> !torrents.containsKey(t.release().hash())));
        List<Tracked> followed = state.read(s -> List.copyOf(s.queue));
        followed.forEach(t -> follow(t, torrents.get(t.release().hash())));
    }

    private void follow(Tracked tracked, JsonNode torrent) {
        boolean complete = state.change(s -> {
            tracked.follow(
                    torrent.path("state").asText(), torrent.path("amount_left").asLong());
            return tracked.status.equals("completed")
                    && torrent.path("progress").asDouble() == 1;
        });
        if (complete && state.read(s -> trade.knows(s, tracked))) {
            arrived(tracked, torrent.path("content_path").asText());
        }
    }

    private void arrived(Tracked tracked, String contentPath) {
        if (state.read(s -> trade.isBlocked(s, tracked))) {
            block(tracked);
        } else {
            trade.take(tracked, contentPath);
        }
    }

    private void block(Tracked tracked) {
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
                    state.read(s -> trade.blocked(s, tracked)));
        }
    }
}
