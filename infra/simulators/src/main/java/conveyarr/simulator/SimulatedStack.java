package conveyarr.simulator;

import conveyarr.simulator.arr.Arr;
import conveyarr.simulator.gluetun.Gluetun;
import conveyarr.simulator.jellyfin.Jellyfin;
import conveyarr.simulator.movie.Catalogue;
import conveyarr.simulator.qbittorrent.Qbittorrent;
import conveyarr.simulator.radarr.Radarr;
import conveyarr.simulator.seerr.Seerr;
import conveyarr.simulator.sonarr.Sonarr;
import java.time.Duration;

/** Seerr, Radarr, Sonarr, qBittorrent, Gluetun and Jellyfin on loopback, wired to each other over HTTP as in a real stack. */
public final class SimulatedStack implements AutoCloseable {
    private final Catalogue catalogue;
    private final Gluetun gluetun;
    private final Qbittorrent qbittorrent;
    private final Radarr radarr;
    private final Sonarr sonarr;
    private final Jellyfin jellyfin;
    private final Seerr seerr;

    private SimulatedStack(StackConfig c) {
        Keys keys = c.keys();
        catalogue = new Catalogue(c.folder());
        gluetun = new Gluetun(c.folder(), c.ports().gluetun(), keys.gluetun());
        qbittorrent = new Qbittorrent(torrents(c), gluetun.url());
        radarr = new Radarr(arr(c, "radarr", c.ports().radarr(), keys.radarr()), qbittorrent, catalogue);
        sonarr = new Sonarr(arr(c, "sonarr", c.ports().sonarr(), keys.sonarr()), qbittorrent, catalogue);
        Duration delay = c.speeds().jellyfinDelay();
        jellyfin = new Jellyfin(
                new Jellyfin.Setup(c.folder(), c.ports().jellyfin(), keys.jellyfin(), delay), radarr, sonarr);
        seerr = new Seerr(seerr(c), radarr, sonarr, catalogue);
    }

    private static Qbittorrent.Setup torrents(StackConfig c) {
        Qbittorrent.Pace pace =
                new Qbittorrent.Pace(c.speeds().tick(), c.speeds().download());
        Qbittorrent.Login login =
                new Qbittorrent.Login(c.keys().torrentUser(), c.keys().torrentPassword());
        return new Qbittorrent.Setup(c.folder(), c.ports().qbittorrent(), c.profile(), login, pace);
    }

    private static Arr.Setup arr(StackConfig c, String instance, int port, String key) {
        Duration poll = c.speeds().arrPoll();
        return new Arr.Setup(
                c.folder(), port, key, poll, c.hooks().at(instance), c.hooks().key());
    }

    private static Seerr.Setup seerr(StackConfig c) {
        Duration poll = c.speeds().seerrPoll();
        HookTarget to = c.hooks();
        return new Seerr.Setup(c.folder(), c.ports().seerr(), c.keys().seerr(), poll, to.at("seerr"), to.key());
    }

    public static SimulatedStack start(StackConfig config) {
        return new SimulatedStack(config);
    }

    public Seerr seerr() {
        return seerr;
    }

    public Radarr radarr() {
        return radarr;
    }

    public Sonarr sonarr() {
        return sonarr;
    }

    public Qbittorrent qbittorrent() {
        return qbittorrent;
    }

    public Gluetun gluetun() {
        return gluetun;
    }

    public Jellyfin jellyfin() {
        return jellyfin;
    }

    /** The simulated TMDB; what a test asks for is added by themselves. */
    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public void close() {
        seerr.close();
        jellyfin.close();
        sonarr.close();
        radarr.close();
        qbittorrent.close();
        gluetun.close();
    }
}
