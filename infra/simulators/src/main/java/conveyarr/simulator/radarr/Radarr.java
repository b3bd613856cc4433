package conveyarr.simulator.radarr;

import conveyarr.simulator.arr.Arr;
import conveyarr.simulator.movie.Catalogue;
import conveyarr.simulator.qbittorrent.Qbittorrent;
import conveyarr.simulator.state.Ledger;
import java.util.List;

/** Radarr 6: movies. */
public final class Radarr extends Arr<RadarrState> {

    public Radarr(Setup setup, Qbittorrent client, Catalogue catalogue) {
        super(
                setup,
                new Ledger<>(setup.folder().resolve("radarr.json"), new RadarrState(), RadarrState.class),
                new RadarrDialect(),
                client);
        var trade = new MovieTrade(state, connections);
        var searches = searches(trade);
        open(trade, searches, List.of(new LibraryRoutes(state, catalogue, searches, connections)));
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
        actions.clientFailed(state.read(s -> s.tmdb(tmdbId).orElseThrow().id));
    }

    /** From now on no indexer has this movie: searches end without a word. */
    public void findNothing(int tmdbId) {
        state.update(s -> s.nothing.add(tmdbId));
    }

    public boolean hasFile(int tmdbId) {
        return state.read(s -> s.tmdb(tmdbId).map(MovieRow::hasFile).orElse(false));
    }

    /** The download id (upper case hash) that is in the queue for this movie, or empty. */
    public String downloadId(int tmdbId) {
        return state.read(s -> s.tmdb(tmdbId)
                .flatMap(m -> s.following(m.id))
                .map(t -> t.release().hash())
                .orElse(""));
    }
}
