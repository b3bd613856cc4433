package conveyarr.upstream.sonarr;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import conveyarr.upstream.ArrApp.Addition;
import conveyarr.upstream.ArrApp.ListedTitle;
import conveyarr.upstream.arr.ArrJson;
import conveyarr.upstream.arr.ArrWords;
import conveyarr.upstream.arr.Verbs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What Sonarr lists and is told. */
final class SonarrVerbs implements Verbs {
    @Override
    public String shelf() {
        return "series";
    }

    @Override
    public Map<String, String> pick(MediaId media) {
        return Map.of("tvdbId", media.externalId());
    }

    /** {@code episodeCount} counts what is monitored and has been aired, and what has a file. */
    @Override
    public Optional<ListedTitle> listed(JsonNode title, Instant now) {
        Series s = ArrJson.bind(title, Series.class);
        Statistics all = s.statistics() == null ? new Statistics(0, 0) : s.statistics();
        return s.tvdbId() <= 0
                ? Optional.empty()
                : Optional.of(new ListedTitle(
                        s.id(),
                        MediaId.series(s.tvdbId()),
                        s.monitored(),
                        all.episodeCount() > 0 || !"upcoming".equals(s.status()),
                        Optional.ofNullable(s.nextAiring()),
                        all.episodeCount() > 0 && all.episodeFileCount() >= all.episodeCount(),
                        Addition.of(s.added(), ArrWords.title(s.title(), s.year()))));
    }

    @Override
    public Map<String, Object> search(long number) {
        return Map.of("name", "SeriesSearch", "seriesId", number);
    }

    @Override
    public Map<String, String> episodesOf(long number) {
        return Map.of("seriesId", "" + number);
    }

    /** A season of which several episodes are wanted is asked for as a whole, so that a pack is found again. */
    @Override
    public List<Map<String, Object>> search(long number, Episodes parts, Map<Episodes.Number, Long> ids) {
        var commands = new ArrayList<Map<String, Object>>();
        var single = new ArrayList<Long>();
        for (int season : parts.seasons()) {
            var wanted = parts.numbers().stream()
                    .filter(episode -> episode.season() == season)
                    .map(ids::get)
                    .filter(Objects::nonNull)
                    .toList();
            if (wanted.size() > 1) {
                commands.add(Map.of("name", "SeasonSearch", "seriesId", number, "seasonNumber", season));
            } else {
                single.addAll(wanted);
            }
        }
        if (!single.isEmpty()) {
            commands.add(Map.of("name", "EpisodeSearch", "episodeIds", List.copyOf(single)));
        }
        return commands.isEmpty() ? List.of(search(number)) : commands;
    }

    @Override
    public Map<String, String> releasesFor(long number, Optional<Integer> season) {
        return Map.of("seriesId", String.valueOf(number), "seasonNumber", String.valueOf(season.orElse(1)));
    }

    @Override
    public Map<String, Object> rescan(long number) {
        return Map.of("name", "RescanSeries", "seriesId", number);
    }

    @Override
    public Map<String, String> proposal() {
        return Map.of("seriesId", "/series/id", "episodeIds", "/episodes/*/id");
    }

    record Series(
            long id,
            long tvdbId,
            String title,
            int year,
            Instant added,
            boolean monitored,
            String status,
            Instant nextAiring,
            Statistics statistics) {}

    record Statistics(int episodeCount, int episodeFileCount) {}
}
