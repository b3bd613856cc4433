package conveyarr.simulator.sonarr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.arr.Release;
import conveyarr.simulator.arr.Tracked;
import conveyarr.simulator.arr.Trade;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A pack, where a whole season is looked for and all of it exists; otherwise a release for each episode. */
final class SeriesTrade implements Trade<SonarrState> {
    private static final long EPISODE_SIZE = 700L << 20;

    private final EpisodeImport imports;

    SeriesTrade(EpisodeImport imports) {
        this.imports = imports;
    }

    @Override
    public Collection<Integer> wanted(SonarrState s, String command, JsonNode body) {
        Stream<EpisodeRow> lacking =
                s.series(body.path("seriesId").asInt()).stream().flatMap(row -> row.lacking().stream());
        List<Integer> named = new ArrayList<>();
        body.path("episodeIds").forEach(id -> named.add(id.asInt()));
        return switch (command) {
            case "episodesearch" -> named;
            case "seriessearch" -> lacking.map(e -> e.id).toList();
            case "seasonsearch" ->
                lacking.filter(e -> e.season == body.path("seasonNumber").asInt())
                        .map(e -> e.id)
                        .toList();
            case "missingepisodesearch" ->
                s.series.stream()
                        .flatMap(row -> row.lacking().stream())
                        .map(e -> e.id)
                        .toList();
            default -> List.of();
        };
    }

    @Override
    public List<Tracked> picks(SonarrState s, Set<Integer> asked) {
        return s.series.stream()
                .flatMap(row -> row.episodes.stream()
                        .filter(e -> asked.contains(e.id) && s.isFound(row, e))
                        .filter(e -> s.following(e.id).isEmpty() && (!e.hasFile() || s.better.contains(e.id)))
                        .collect(Collectors.groupingBy(e -> e.season))
                        .values()
                        .stream()
                        .flatMap(episodes -> picks(s, row, episodes)))
                .toList();
    }

    private static Stream<Tracked> picks(SonarrState s, SeriesRow row, List<EpisodeRow> season) {
        boolean whole = season.size() > 1
                && season.size() == row.of(season.getFirst().season).size();
        return whole ? Stream.of(pick(s, row, season)) : season.stream().map(episode -> pick(s, row, List.of(episode)));
    }

    /** Another release than what failed, or is there already. */
    private static Tracked pick(SonarrState s, SeriesRow row, List<EpisodeRow> episodes) {
        EpisodeRow first = episodes.getFirst();
        String what = episodes.size() > 1 ? first.code().substring(0, 3) : first.code();
        int attempt = 1 + s.times(first.id, "downloadFailed") + s.times(first.id, "downloadFolderImported");
        String named = row.series.dots() + "." + what + (first.hasFile() ? ".1080p.BluRay.x264" : ".1080p.WEB-DL.x264");
        String about = "series:tvdb:" + row.series.tvdbId() + ":" + what;
        Release release = Release.of(about, named, EPISODE_SIZE * episodes.size(), attempt);
        return new Tracked(row.id, episodes.stream().map(e -> e.id).toList(), release);
    }

    @Override
    public ObjectNode grabbed(SonarrState s, Tracked pick, int episode) {
        return SonarrHistory.grabbed(pick, row(s, pick));
    }

    @Override
    public ObjectNode grab(SonarrState s, Tracked pick) {
        return SonarrPayloads.grab(row(s, pick), episodes(s, pick), pick.release());
    }

    @Override
    public boolean knows(SonarrState s, Tracked download) {
        return s.series(download.titleId()).isPresent();
    }

    @Override
    public boolean isBlocked(SonarrState s, Tracked download) {
        return s.blocked.contains(row(s, download).series.tvdbId());
    }

    @Override
    public ObjectNode blocked(SonarrState s, Tracked download) {
        return SonarrPayloads.manualInteraction(row(s, download), episodes(s, download), download.release());
    }

    @Override
    public void unblock(SonarrState s, JsonNode file) {
        s.series(file.path("seriesId").asInt()).ifPresent(row -> s.blocked.remove(row.series.tvdbId()));
    }

    @Override
    public List<ObjectNode> proposals(SonarrState s, Tracked download) {
        SeriesRow row = row(s, download);
        return episodes(s, download).stream()
                .map(episode -> SonarrViews.proposal(row, download, episode))
                .toList();
    }

    @Override
    public void take(Tracked download, String contentPath) {
        imports.take(download);
    }

    private static SeriesRow row(SonarrState s, Tracked download) {
        return s.series(download.titleId()).orElseThrow();
    }

    private static List<EpisodeRow> episodes(SonarrState s, Tracked download) {
        return s.episodes(row(s, download), download.pieces());
    }
}
