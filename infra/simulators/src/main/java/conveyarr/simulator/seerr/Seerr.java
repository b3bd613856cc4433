package conveyarr.simulator.seerr;

import conveyarr.simulator.movie.Catalogue;
import conveyarr.simulator.movie.Movie;
import conveyarr.simulator.radarr.Radarr;
import conveyarr.simulator.state.Beat;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Peer;
import conveyarr.simulator.wire.SentHook;
import conveyarr.simulator.wire.Site;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Seerr 3.1: requests, approvals, the hand-over to Radarr, and its one webhook, sent once and not awaited. */
public final class Seerr implements AutoCloseable {
    /** How to run it: where, with which key, how often it looks into Radarr, and where its hooks go. */
    public record Setup(Path folder, int port, String apiKey, Duration poll, URI hook, String hookKey) {}

    private final Setup setup;
    private final Catalogue catalogue;
    private final Ledger<SeerrState> state;
    private final SeerrHooks hooks;
    private final Requests requests;
    private final Site site;
    private final Beat beat;

    public Seerr(Setup setup, Radarr radarr, Catalogue catalogue) {
        this.setup = setup;
        this.catalogue = catalogue;
        this.state = new Ledger<>(setup.folder().resolve("seerr.json"), new SeerrState(), SeerrState.class);
        this.hooks = new SeerrHooks(state);
        Peer peer = new Peer(radarr.url(), Map.of("X-Api-Key", radarr.apiKey()));
        HandOver handOver = new HandOver(state, hooks, peer);
        this.requests = new Requests(state, hooks, handOver);
        this.site = new Site(setup.port());
        new SettingsRoutes(state, hooks, setup.apiKey()).addTo(site);
        new RequestRoutes(state, requests, catalogue).addTo(site);
        new DeskRoutes(state, catalogue).addTo(site);
        connect();
        site.open();
        handOver.resume();
        this.beat = new Beat(setup.poll(), new RadarrScan(state, requests, peer)::round);
    }

    public URI url() {
        return site.url();
    }

    public String apiKey() {
        return setup.apiKey();
    }

    /** The user asks for a movie; the answer is the request's id. Pending, unless the user is trusted. */
    public int request(Movie movie, String user) {
        catalogue.add(movie);
        User asking = state.change(s -> s.user(user));
        return requests.create(movie, asking, asking)
                .map(r -> r.id)
                .orElseThrow(() -> new IllegalStateException(movie.named() + " was requested already"));
    }

    /** From now on this user's requests are approved by themselves. */
    public void trust(String user) {
        state.update(s -> s.user(user).permissions |= User.AUTO_APPROVE);
    }

    public void approve(int id) {
        requests.approve(find(id));
    }

    public void decline(int id) {
        requests.decline(find(id));
    }

    public void delete(int id) {
        requests.delete(find(id));
    }

    /** 1 pending, 2 approved, 3 declined, 4 failed, 5 completed; 0 when there is no such request. */
    public int status(int id) {
        return state.read(s -> s.request(id).map(r -> r.status).orElse(0));
    }

    /** The newest request for this movie, or 0. */
    public int requestFor(int tmdbId) {
        return state.read(s -> s.requests.stream()
                .filter(r -> s.mediaOf(r).movie.tmdbId() == tmdbId)
                .mapToInt(r -> r.id)
                .max()
                .orElse(0));
    }

    /** The network eats the next {@code n} hooks; nobody will send them again. */
    public void dropHooks(int n) {
        hooks.hooks().drop(n);
    }

    /** Every hook of this run, with the answer that it got. */
    public List<SentHook> hooks() {
        return hooks.hooks().sent();
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

    private Request find(int id) {
        return state.read(s -> s.request(id).orElseThrow(() -> new IllegalStateException("no request " + id)));
    }

    private void connect() {
        String target = setup.hook() + " " + setup.hookKey();
        state.update(s -> {
            if (!s.hooksTo.equals(target)) {
                s.slot = WebhookSlot.to(setup.hook().toString(), setup.hookKey());
                s.hooksTo = target;
            }
        });
    }
}
