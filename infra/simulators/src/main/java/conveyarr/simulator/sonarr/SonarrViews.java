package conveyarr.simulator.sonarr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.arr.Tracked;
import conveyarr.simulator.arr.Views;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Shape;
import java.util.List;

/** The API's shapes of series, episodes and their files. */
final class SonarrViews {
    static final String ROOT = "/media/series";
    private static final Shape SERIES = Shape.of(SonarrViews.class, "series.json");
    private static final Shape EPISODE = Shape.of(SonarrViews.class, "episode.json");
    private static final Shape FILE = Shape.of(SonarrViews.class, "episode-file.json");

    private SonarrViews() {}

    static ObjectNode series(SeriesRow row) {
        ObjectNode facts = Json.of("row", row, "images", images(row), "added", Views.date(row.added));
        facts.put("slug", slug(row)).put("first", row.series.aired(1, 1) + "T20:00:00Z");
        facts.set("seasons", Json.array(seasons(row)));
        ObjectNode all =
                statistics(row.episodes).put("seasonCount", row.series.seasons().size());
        return SERIES.fill(facts.set("statistics", all));
    }

    private static List<ObjectNode> seasons(SeriesRow row) {
        return row.episodes.stream()
                .map(e -> e.season)
                .distinct()
                .map(season -> Json.of("seasonNumber", season, "monitored", row.seasons.contains(season))
                        .<ObjectNode>set("statistics", statistics(row.of(season))))
                .toList();
    }

    /** {@code episodeCount} is of those that are monitored and were aired, or have a file. */
    private static ObjectNode statistics(List<EpisodeRow> episodes) {
        long files = episodes.stream().filter(EpisodeRow::hasFile).count();
        long wanted = episodes.stream().filter(e -> e.monitored || e.hasFile()).count();
        ObjectNode counts = Json.of("episodeFileCount", files, "episodeCount", wanted);
        counts.put("totalEpisodeCount", episodes.size());
        counts.put("sizeOnDisk", episodes.stream().mapToLong(e -> e.size).sum());
        counts.set("releaseGroups", Json.array());
        return counts.put("percentOfEpisodes", wanted == 0 ? 0.0 : 100.0 * files / wanted);
    }

    static ObjectNode episode(SeriesRow row, EpisodeRow episode) {
        ObjectNode facts = Json.of("row", episode, "series", row.id, "title", title(episode));
        facts.put("tvdbId", row.series.tvdbId() * 100 + episode.season * 50 + episode.number);
        facts.put("day", row.aired(episode).toString()).put("moment", row.aired(episode) + "T20:00:00Z");
        return EPISODE.fill(facts.put("hasFile", episode.hasFile()));
    }

    /** With its file. */
    static ObjectNode whole(SeriesRow row, EpisodeRow episode) {
        ObjectNode alone = episode(row, episode);
        return episode.hasFile() ? alone.set("episodeFile", file(row, episode)) : alone;
    }

    static ObjectNode file(SeriesRow row, EpisodeRow episode) {
        ObjectNode facts = Json.of("row", episode, "series", row.id, "relativePath", row.file(episode));
        facts.put("path", row.filePath(episode)).put("added", Views.date(episode.imported));
        return FILE.fill(facts);
    }

    static ObjectNode proposal(SeriesRow row, Tracked t, EpisodeRow episode) {
        String file = t.output() + "/" + episode.code() + ".mkv";
        ObjectNode proposal = Json.of("path", file, "folderName", t.release().title());
        proposal.put("downloadId", t.release().hash()).put("indexerFlags", 0).put("seasonNumber", episode.season);
        proposal.set("series", series(row));
        proposal.set("episodes", Json.array(episode(row, episode)));
        return proposal.set("rejections", Json.array());
    }

    static List<ObjectNode> images(SeriesRow row) {
        ObjectNode poster = Json.of("coverType", "poster", "url", "/MediaCover/" + row.id + "/poster.jpg");
        String file = row.series.poster();
        return List.of(file.isEmpty() ? poster : poster.put("remoteUrl", "https://artworks.thetvdb.com" + file));
    }

    static String slug(SeriesRow row) {
        return row.series.dots().toLowerCase().replace('.', '-');
    }

    static String title(EpisodeRow episode) {
        return "Part " + episode.number;
    }
}
