package conveyarr.simulator.jellyfin;

import conveyarr.simulator.arr.Arr;
import conveyarr.simulator.radarr.Radarr;
import conveyarr.simulator.sonarr.Sonarr;
import conveyarr.simulator.state.Beat;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Peer;
import conveyarr.simulator.wire.Site;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Jellyfin: a library in which something appears only after a scan was asked for and the delay has passed. */
public final class Jellyfin implements AutoCloseable {
    /** How to run it; the real delay is 60 s. */
    public record Setup(Path folder, int port, String apiKey, Duration delay) {}

    private final Setup setup;
    private final Ledger<Shelf> shelf;
    private final Site site;
    private final Beat beat;

    public Jellyfin(Setup setup, Radarr radarr, Sonarr sonarr) {
        this.setup = setup;
        this.shelf = new Ledger<>(setup.folder().resolve("jellyfin.json"), new Shelf(), Shelf.class);
        this.site = new Site(setup.port());
        new JellyfinRoutes(shelf, setup.apiKey(), setup.delay()).addTo(site);
        site.open();
        Scan scan = new Scan(shelf, peer(radarr), new ShowScan(shelf, peer(sonarr)));
        this.beat = new Beat(setup.delay().dividedBy(4).plusMillis(1), scan::round);
    }

    private static Peer peer(Arr<?> arr) {
        return new Peer(arr.url(), Map.of("X-Api-Key", arr.apiKey()));
    }

    public URI url() {
        return site.url();
    }

    public String apiKey() {
        return setup.apiKey();
    }

    /** Whatever is scanned, this movie will not be listed. */
    public void neverList(int tmdbId) {
        shelf.update(s -> s.never.add(tmdbId));
    }

    /** Takes back {@link #neverList}; the movie is listed after the next scan. */
    public void listAgain(int tmdbId) {
        shelf.update(s -> s.never.remove(tmdbId));
    }

    public boolean lists(int tmdbId) {
        return shelf.read(s -> s.lists(tmdbId));
    }

    /** How many episodes of a series it lists. */
    public int episodes(int tvdbId) {
        return shelf.read(s -> s.show(tvdbId).map(show -> show.files().size()).orElse(0));
    }

    /** What stands in front of it sends every caller to its own login. */
    public void hideBehindLogin() {
        shelf.update(s -> s.behindLogin = true);
    }

    /** Takes back {@link #hideBehindLogin}. */
    public void showAgain() {
        shelf.update(s -> s.behindLogin = false);
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
}
