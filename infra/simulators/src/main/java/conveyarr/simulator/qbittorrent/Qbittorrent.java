package conveyarr.simulator.qbittorrent;

import conveyarr.simulator.state.Beat;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Peer;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Site;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** qBittorrent: Web API v2 with sessions and rid, torrents that advance tick by tick while the VPN's bytes flow. */
public final class Qbittorrent implements AutoCloseable {
    /** The one that it knows since 5.2. */
    public static final String API_KEY = Logins.API_KEY;

    /** How to run it: where, as which version, who may log in, and how fast. */
    public record Setup(Path folder, int port, Profile profile, Login login, Pace pace) {}

    /** The one user. */
    public record Login(String user, String password) {}

    /** One tick, and how long a whole download takes. */
    public record Pace(Duration tick, Duration download) {}

    private final Setup setup;
    private final Ledger<Session> session;
    private final Logins logins;
    private final Site site;
    private final Peer vpn;
    private final Beat beat;
    private final AppRoutes app;

    public Qbittorrent(Setup setup, URI gluetun) {
        this.setup = setup;
        this.session = new Ledger<>(setup.folder().resolve("qbittorrent.json"), new Session(), Session.class);
        this.logins = new Logins(setup.login(), setup.profile());
        this.vpn = new Peer(gluetun, Map.of());
        this.site = new Site(setup.port()).otherwise(c -> Reply.text(404, "Not Found"));
        this.app = new AppRoutes(session, setup.profile(), logins);
        app.addTo(site);
        new TorrentRoutes(session, setup.profile()).addTo(site);
        new AddRoutes(session, setup.profile()).addTo(site);
        site.open();
        this.beat = new Beat(setup.pace().tick(), this::tick);
    }

    public URI url() {
        return site.url();
    }

    public String user() {
        return setup.login().user();
    }

    public String password() {
        return setup.login().password();
    }

    /** No peers: the torrent stands still until {@link #unstall}. */
    public void stall(String hash) {
        on(hash, t -> t.stalled = true);
    }

    /** No peers until somebody asks for a reannounce: the stall that a watcher can repair. */
    public void stallUntilReannounced(String hash) {
        on(hash, t -> {
            t.stalled = true;
            t.untilReannounced = true;
        });
    }

    public void unstall(String hash) {
        on(hash, t -> t.stalled = false);
    }

    /** The user deletes it in the Web UI. */
    public void remove(String hash) {
        session.update(s -> s.torrents.removeIf(t -> t.hash.equalsIgnoreCase(hash)));
    }

    /** What may go wrong with it and around it. */
    public Faults faults() {
        return new Faults(session, logins, app);
    }

    public List<String> hashes() {
        return session.read(s -> s.torrents.stream().map(t -> t.hash).toList());
    }

    /** The state as the API names it, or {@code absent}. */
    public String state(String hash) {
        return session.read(s -> s.find(hash) == null ? "absent" : s.find(hash).state(setup.profile()));
    }

    public double progress(String hash) {
        return session.read(s -> s.find(hash) == null ? 0 : s.find(hash).progress());
    }

    /** As after a restart: every cookie is unknown, every rid starts anew. */
    public void forgetSessions() {
        logins.forget();
    }

    public void goAway() {
        site.close();
    }

    public void comeBack() {
        logins.forget();
        site.open();
    }

    @Override
    public void close() {
        beat.close();
        site.close();
    }

    private void on(String hash, Consumer<Torrent> change) {
        session.update(s -> s.named(hash).forEach(change));
    }

    private void tick() {
        double seconds = setup.pace().tick().toNanos() / 1e9;
        double share =
                (double) setup.pace().tick().toNanos() / setup.pace().download().toNanos();
        boolean flowing = flowing();
        session.update(s -> {
            s.flowing = flowing;
            s.tick(share, seconds);
        });
    }

    private boolean flowing() {
        try {
            return vpn.get("/tun0").path("flowing").asBoolean();
        } catch (UncheckedIOException gone) {
            return false;
        }
    }
}
