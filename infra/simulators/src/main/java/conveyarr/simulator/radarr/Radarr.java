package conveyarr.simulator.radarr;

import conveyarr.simulator.movie.Catalogue;
import conveyarr.simulator.qbittorrent.Qbittorrent;
import conveyarr.simulator.state.Beat;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.SentHook;
import conveyarr.simulator.wire.Site;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Radarr 6: library, searches, queue, history and its webhooks, sent synchronously and once. */
public final class Radarr implements AutoCloseable {
    /** How to run it: where, with which key, how often it looks at qBittorrent, and where its hooks go. */
    public record Setup(Path folder, int port, String apiKey, Duration poll, URI hook, String hookKey) {}

    private final Setup setup;
    private final Ledger<RadarrState> state;
    private final Connections connections;
    private final QueueActions actions;
    private final Site site;
    private final Beat beat;

    public Radarr(Setup setup, Qbittorrent client, Catalogue catalogue) {
        this.setup = setup;
        this.state = new Ledger<>(setup.folder().resolve("radarr.json"), new RadarrState(), RadarrState.class);
        this.connections = new Connections(state);
        this.site = new Site(setup.port());
        TorrentClient torrents = new TorrentClient(client.url(), client.user(), client.password());
        Searches searches = new Searches(state, torrents, connections);
        Watch watch = new Watch(state, torrents, connections);
        this.actions = new QueueActions(state, torrents);
        new RadarrRoutes(state, setup.apiKey(), connections.startedAt).addTo(site);
        new LibraryRoutes(state, catalogue, searches, connections).addTo(site);
        new CommandRoutes(state, searches).addTo(site);
        new ActivityRoutes(state, actions).addTo(site);
        new ConnectionRoutes(state, connections).addTo(site);
        connect();
        site.open();
        this.beat = new Beat(setup.poll(), () -> {
            searches.round();
            watch.round();
        });
    }

    public URI url() {
        return site.url();
    }

    public String apiKey() {
        return setup.apiKey();
    }

    /** When this movie's download is complete, its import needs a human: importBlocked and one webhook. */
    public void blockImport(int tmdbId) {
        state.update(s -> s.blocked.add(tmdbId));
    }

    /** The human has solved it; the next look at the queue imports. */
    public void unblockImport(int tmdbId) {
        state.update(s -> s.blocked.remove(tmdbId));
    }

    /** The current download fails: history only, no webhook; Radarr searches again and finds another release. */
    public void failDownload(int tmdbId) {
        actions.clientFailed(tmdbId);
    }

    /** From now on no indexer has this movie: searches end without a word. */
    public void findNothing(int tmdbId) {
        state.update(s -> s.nothing.add(tmdbId));
    }

    public void raiseHealth(String type, String level, String message) {
        HealthIssue issue = new HealthIssue(type, level, message);
        state.update(s -> s.health.add(issue));
        connections.publish(
                level.equals("warning") ? "includeHealthWarnings" : "onHealthIssue", "Health", Payloads.health(issue));
    }

    public void clearHealth(String type) {
        List<HealthIssue> gone = state.read(
                s -> s.health.stream().filter(h -> h.type().equals(type)).toList());
        state.update(s -> s.health.removeAll(gone));
        gone.forEach(issue -> connections.publish("onHealthRestored", "HealthRestored", Payloads.health(issue)));
    }

    /** The network eats the next {@code n} hooks; Radarr counts a failure and never sends them again. */
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

    public boolean hasFile(int tmdbId) {
        return state.read(s -> s.tmdb(tmdbId).map(MovieRow::hasFile).orElse(false));
    }

    /** The download id (upper case hash) that is in the queue for this movie, or empty. */
    public String downloadId(int tmdbId) {
        return state.read(s -> s.tmdb(tmdbId)
                .flatMap(m -> s.queue.stream().filter(t -> t.movieId == m.id).findFirst())
                .map(t -> t.release.hash())
                .orElse(""));
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
                s.connection(Connection.everything(setup.hook(), setup.hookKey()));
                s.hooksTo = target;
            }
        });
    }
}
