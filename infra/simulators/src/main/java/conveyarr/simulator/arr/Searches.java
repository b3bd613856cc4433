package conveyarr.simulator.arr;

import conveyarr.simulator.state.Ledger;
import java.util.Collection;
import java.util.Set;

/** Searches and grabs: the release goes to qBittorrent, then into history and queue, then out as a Grab. */
public final class Searches<S extends ArrState> {
    private final Ledger<S> state;
    private final TorrentClient client;
    private final Connections connections;
    private final Trade<S> trade;

    Searches(Ledger<S> state, TorrentClient client, Connections connections, Trade<S> trade) {
        this.state = state;
        this.client = client;
        this.connections = connections;
        this.trade = trade;
    }

    public void ask(Collection<Integer> pieces) {
        state.update(s -> s.search(pieces));
    }

    /** A grab that qBittorrent did not take stays wanted, like the pending releases of the real ones. */
    void round() {
        Set<Integer> asked = state.read(s -> Set.copyOf(s.searches));
        for (Tracked pick : state.read(s -> trade.picks(s, asked))) {
            grab(pick);
        }
        if (!asked.isEmpty()) {
            state.update(s -> s.searches.removeAll(asked));
        }
    }

    private void grab(Tracked pick) {
        client.add(pick.release());
        state.update(s -> {
            s.queue.add(pick);
            pick.pieces().forEach(piece -> s.write("grabbed", pick, piece, trade.grabbed(s, pick, piece)));
            s.searches.removeAll(pick.pieces());
        });
        connections.publish("onGrab", "Grab", state.read(s -> trade.grab(s, pick)));
    }
}
