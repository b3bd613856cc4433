package conveyarr.simulator.arr;

import conveyarr.simulator.qbittorrent.Qbittorrent;
import conveyarr.simulator.state.Beat;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.SentHook;
import conveyarr.simulator.wire.Site;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What is the same in all programs of the family: searches, queue, history, and hooks that are sent synchronously and once. */
public abstract class Arr<S extends ArrState> implements AutoCloseable {
    /** How to run it: where, with which key, how often it looks at qBittorrent, and where its hooks go. */
    public record Setup(Path folder, int port, String apiKey, Duration poll, URI hook, String hookKey) {}

    protected final Ledger<S> state;
    protected final Connections connections;
    protected final QueueActions actions;
    private final Setup setup;
    private final Dialect<S> dialect;
    private final TorrentClient torrents;
    private final Site site;
    private Beat beat;

    protected Arr(Setup setup, Ledger<S> state, Dialect<S> dialect, Qbittorrent client) {
        this.setup = setup;
        this.state = state;
        this.dialect = dialect;
        this.connections = new Connections(state, dialect);
        this.site = new Site(setup.port());
        this.torrents = new TorrentClient(client, dialect.category());
        this.actions = new QueueActions(state, torrents, dialect);
    }

    /** Adds what all have to the routes of the program's own, and begins to work. */
    protected void open(Trade<S> trade, Searches<S> searches, Iterable<? extends Routes> own) {
        new ArrRoutes<>(state, dialect, setup.apiKey(), connections.startedAt).addTo(site);
        new CommandRoutes<>(state, searches, dialect, trade).addTo(site);
        new ActivityRoutes<>(state, actions, dialect).addTo(site);
        new ConnectionRoutes(state, connections, dialect).addTo(site);
        own.forEach(routes -> routes.addTo(site));
        connect();
        site.open();
        Watch<S> watch = new Watch<>(state, torrents, connections, trade);
        beat = new Beat(setup.poll(), () -> {
            searches.round();
            watch.round();
        });
    }

    protected Searches<S> searches(Trade<S> trade) {
        return new Searches<>(state, torrents, connections, trade);
    }

    public URI url() {
        return site.url();
    }

    public String apiKey() {
        return setup.apiKey();
    }

    public void raiseHealth(String type, String level, String message) {
        HealthIssue issue = new HealthIssue(type, level, message);
        state.update(s -> s.health.add(issue));
        String flag = level.equals("warning") ? "includeHealthWarnings" : "onHealthIssue";
        connections.publish(flag, "Health", issue.body(dialect.app()));
    }

    public void clearHealth(String type) {
        List<HealthIssue> gone = state.read(
                s -> s.health.stream().filter(h -> h.type().equals(type)).toList());
        state.update(s -> s.health.removeAll(gone));
        gone.forEach(issue -> connections.publish("onHealthRestored", "HealthRestored", issue.body(dialect.app())));
    }

    /** The network eats the next {@code n} hooks; a failure is counted, and they are never sent again. */
    public void dropHooks(int n) {
        connections.hooks().drop(n);
    }

    /** As if the first hook had failed so long ago: past the five minutes of grace, the next failure blocks the connection. */
    public void hooksFailSince(Duration ago) {
        connections.failedSince(ago);
    }

    public boolean hooksBlocked() {
        return connections.anyBlocked();
    }

    public void disconnect() {
        state.update(s -> s.connections.clear());
    }

    /** Every hook of this run, with the answer that it got. */
    public List<SentHook> hooks() {
        return connections.hooks().sent();
    }

    public void goAway() {
        site.close();
    }

    public void comeBack() {
        site.open();
    }

    @Override
    public void close() {
        beat.close();
        site.close();
    }

    /** The connection to Conveyarr is there from the start, and follows when the stack is told another address. */
    private void connect() {
        String target = setup.hook() + " " + setup.hookKey();
        state.update(s -> {
            if (!s.hooksTo.equals(target)) {
                s.connections.removeIf(c -> c.name().equals("Conveyarr"));
                s.connection(Connection.everything(setup.hook(), setup.hookKey(), dialect.flags()));
                s.hooksTo = target;
            }
        });
    }
}
