package conveyarr.simulator.sonarr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.arr.Release;
import conveyarr.simulator.arr.Tracked;
import conveyarr.simulator.arr.Views;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Shape;
import java.util.List;

/** The webhook bodies, key by key in Sonarr's order; the sender appends the event type and the instance. */
final class SonarrPayloads {
    private static final Shape SERIES = shape("series");
    private static final Shape EPISODE = shape("episode");
    private static final Shape FILE = shape("file");
    private static final Shape GRAB = shape("grab");
    private static final Shape DOWNLOAD = shape("download");
    private static final Shape COMPLETE = shape("import-complete");
    private static final Shape BLOCKED = shape("manual-interaction-required");

    private SonarrPayloads() {}

    private static Shape shape(String name) {
        return Shape.of(SonarrPayloads.class, "webhook-" + name + ".json");
    }

    static ObjectNode grab(SeriesRow row, List<EpisodeRow> episodes, Release release) {
        return GRAB.fill(facts(row, episodes, release));
    }

    /** Of one file; {@code gone} is what it replaces, or null. */
    static ObjectNode download(SeriesRow row, EpisodeRow episode, Tracked download, ObjectNode gone) {
        ObjectNode facts = facts(row, List.of(episode), download.release());
        facts.set("file", file(row, episode).put("sourcePath", source(download, episode)));
        ObjectNode body = DOWNLOAD.fill(facts.put("upgrade", gone != null));
        if (gone == null) {
            body.remove("deletedFiles");
        } else {
            body.set("deletedFiles", Json.array(gone.deepCopy().put("recycleBinPath", "/recycle/" + episode.code())));
        }
        return body;
    }

    /** Of a whole release, when all its files are in. */
    static ObjectNode complete(SeriesRow row, List<EpisodeRow> episodes, Tracked download) {
        ObjectNode facts = facts(row, episodes, download.release());
        facts.set("files", Json.array(episodes.stream().map(e -> file(row, e)).toList()));
        facts.put("count", episodes.size()).put("source", download.output());
        return COMPLETE.fill(facts.put("destination", row.path + "/" + row.folder(episodes.getFirst())));
    }

    static ObjectNode manualInteraction(SeriesRow row, List<EpisodeRow> episodes, Release release) {
        return BLOCKED.fill(facts(row, episodes, release));
    }

    static ObjectNode fileDelete(SeriesRow row, EpisodeRow episode, String reason) {
        ObjectNode body = Json.of("series", series(row), "episodes", List.of(episode(row, episode)));
        body.set("episodeFile", file(row, episode));
        return body.put("deleteReason", reason);
    }

    static ObjectNode seriesAdd(SeriesRow row) {
        return Json.of("series", series(row));
    }

    static ObjectNode seriesDelete(SeriesRow row, boolean withFiles) {
        return Json.of("series", series(row), "deletedFiles", withFiles);
    }

    static ObjectNode file(SeriesRow row, EpisodeRow episode) {
        ObjectNode facts = Json.of("row", episode, "file", row.file(episode), "path", row.filePath(episode));
        return FILE.fill(facts.put("dateAdded", Views.sevenDigits(episode.imported)));
    }

    static String source(Tracked download, EpisodeRow episode) {
        return download.output() + "/" + episode.code() + ".mkv";
    }

    private static ObjectNode facts(SeriesRow row, List<EpisodeRow> episodes, Release release) {
        ObjectNode facts = Json.of("series", series(row), "release", release);
        facts.put("type", episodes.size() > 1 ? "seasonPack" : "singleEpisode");
        return facts.set(
                "episodes",
                Json.array(episodes.stream().map(e -> episode(row, e)).toList()));
    }

    private static ObjectNode series(SeriesRow row) {
        return SERIES.fill(Json.of("row", row, "images", SonarrViews.images(row), "slug", SonarrViews.slug(row)));
    }

    private static ObjectNode episode(SeriesRow row, EpisodeRow episode) {
        return EPISODE.fill(SonarrViews.episode(row, episode));
    }
}
