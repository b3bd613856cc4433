package conveyarr.simulator.sonarr;

import conveyarr.simulator.arr.Arr;
import conveyarr.simulator.arr.Tracked;
import conveyarr.simulator.movie.Catalogue;
import conveyarr.simulator.qbittorrent.Qbittorrent;
import conveyarr.simulator.state.Ledger;
import java.util.List;
import java.util.stream.Stream;

/** Sonarr 4: series, in packs or episode by episode. Episodes are named as {@code S01E02}. */
public final class Sonarr extends Arr<SonarrState> {

    public Sonarr(Setup setup, Qbittorrent client, Catalogue catalogue) {
        super(
                setup,
                new Ledger<>(setup.folder().resolve("sonarr.json"), new SonarrState(), SonarrState.class),
                new SonarrDialect(),
                client);
        var imports = new EpisodeImport(state, connections);
        var trade = new SeriesTrade(imports);
        var searches = searches(trade);
        open(
                trade,
                searches,
                List.of(new SeriesRoutes(state, catalogue, searches, connections), new EpisodeRoutes(state, imports)));
    }

    /** When a download of this series is complete, its import needs a human: importBlocked and one webhook. */
    public void blockImport(int tvdbId) {
        state.update(s -> s.blocked.add(tvdbId));
    }

    /** The human has solved it; the next look at the queue imports. */
    public void unblockImport(int tvdbId) {
        state.update(s -> s.blocked.remove(tvdbId));
    }

    /** From now on no indexer has these episodes: searches end without a word, and there is no pack either. */
    public void findNothing(int tvdbId, String... codes) {
        state.update(s -> Stream.of(codes).forEach(code -> s.nothing.add(SonarrState.name(tvdbId, code))));
    }

    /** A release of each has come out; what is monitored is grabbed by the next look at the feeds. */
    public void comeOut(int tvdbId, String... codes) {
        state.update(s -> {
            Stream.of(codes).forEach(code -> s.nothing.remove(SonarrState.name(tvdbId, code)));
            s.tvdb(tvdbId)
                    .ifPresent(row -> s.search(row.lacking().stream()
                            .filter(e -> named(e, codes))
                            .map(e -> e.id)
                            .toList()));
        });
    }

    /** A better release of an episode has come out, and the next look at the feeds grabs it. */
    public void improve(int tvdbId, String code) {
        state.update(s -> s.tvdb(tvdbId).orElseThrow().episodes.stream()
                .filter(e -> named(e, code))
                .forEach(e -> {
                    s.better.add(e.id);
                    s.search(List.of(e.id));
                }));
    }

    /** How many episodes have a file. */
    public int files(int tvdbId) {
        return state.read(s -> s.tvdb(tvdbId)
                .map(row -> (int) row.episodes.stream().filter(e -> e.hasFile()).count())
                .orElse(0));
    }

    /** The download ids (upper case hashes) that are in the queue for this series. */
    public List<String> downloadIds(int tvdbId) {
        return state.read(s -> s.tvdb(tvdbId).stream()
                .flatMap(row -> row.episodes.stream())
                .flatMap(e -> s.following(e.id).stream())
                .map(Tracked::release)
                .map(release -> release.hash())
                .distinct()
                .toList());
    }

    private static boolean named(EpisodeRow episode, String... codes) {
        return List.of(codes).contains(episode.code());
    }
}
