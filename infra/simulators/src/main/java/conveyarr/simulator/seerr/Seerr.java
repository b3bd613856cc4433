package conveyarr.simulator.seerr;

import conveyarr.simulator.movie.Catalogue;
import conveyarr.simulator.movie.Movie;
import conveyarr.simulator.movie.Title;
import conveyarr.simulator.radarr.Radarr;
import conveyarr.simulator.seerr.Requests.Wish;
import conveyarr.simulator.sonarr.Sonarr;
import conveyarr.simulator.state.Beat;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.SentHook;
import conveyarr.simulator.wire.Site;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Seerr 3.1: requests, approvals, the hand-over to Radarr and Sonarr, and its one webhook, sent once and not awaited. */
public final class Seerr implements AutoCloseable {
    /** How to run it: where, with which key, how often it looks into the *arr programs, and where its hooks go. */
    public record Setup(Path folder, int port, String apiKey, Duration poll, URI hook, String hookKey) {}

    private final Setup setup;
    private final Catalogue catalogue;
    private final Ledger<SeerrState> state;
    private final SeerrHooks hooks;
    private final Requests requests;
    private final Arrs arrs;
    private final Site site;
    private final Beat beat;

    public Seerr(Setup setup, Radarr radarr, Sonarr sonarr, Catalogue catalogue) {
        this.setup = setup;
        this.catalogue = catalogue;
        this.state = new Ledger<>(setup.folder().resolve("seerr.json"), new SeerrState(), SeerrState.class);
        this.hooks = new SeerrHooks(state);
        this.arrs = Arrs.of(radarr, sonarr);
        HandOver handOver = new HandOver(state, hooks, arrs);
        this.requests = new Requests(state, hooks, handOver);
        this.site = new Site(setup.port());
        new SettingsRoutes(state, hooks, setup.apiKey()).addTo(site);
        new RequestRoutes(state, requests, catalogue).addTo(site);
        new MediaRoutes(state, requests, catalogue, arrs).addTo(site);
        new DeskRoutes(state, catalogue).addTo(site);
        connect();
        site.open();
        handOver.resume();
        this.beat = new Beat(setup.poll(), new ArrScan(state, requests, arrs)::round);
    }

    public URI url() {
        return site.url();
    }

    public String apiKey() {
        return setup.apiKey();
    }

    /** The user asks for a movie; the answer is the request's id. Pending, unless the user is trusted. */
    public int request(Movie movie, String user) {
        return request(movie, List.of(), user);
    }

    /** The same, for some seasons of a series. */
    public int request(Title title, List<Integer> seasons, String user) {
        catalogue.add(title);
        User asking = state.change(s -> s.user(user));
        return requests.create(new Wish(title, seasons, asking, asking))
                .map(r -> r.id)
                .orElseThrow(() -> new IllegalStateException(title.named() + " was requested already"));
    }

    /** "Manage": the title leaves its *arr with all its files, and Seerr forgets it. */
    public void remove(Title title) {
        Media media = state.change(s -> s.mediaOf(title));
        arrs.remove(media);
        requests.clear(media);
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

    /** The newest request for this title, or 0. */
    public int requestFor(int tmdbId) {
        return state.read(s -> s.requests.stream()
                .filter(r -> s.mediaOf(r).title().tmdbId() == tmdbId)
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
