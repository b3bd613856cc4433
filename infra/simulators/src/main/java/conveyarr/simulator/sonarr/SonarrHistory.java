package conveyarr.simulator.sonarr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.arr.Tracked;
import conveyarr.simulator.arr.Views;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Shape;
import java.time.Duration;
import java.time.Instant;

/** The {@code data} map of each kind of history row: strings only. */
final class SonarrHistory {
    private static final Shape GRABBED = Shape.of(SonarrHistory.class, "data-grabbed.json");
    private static final Shape IMPORTED = Shape.of(SonarrHistory.class, "data-imported.json");

    private SonarrHistory() {}

    static ObjectNode grabbed(Tracked pick, SeriesRow row) {
        ObjectNode facts = facts(pick).put("guid", "https://indexer.example/t/s" + row.id);
        facts.put("published", Views.date(Instant.now().minus(Duration.ofHours(26))));
        return GRABBED.fill(facts.put("tvdbId", "" + row.series.tvdbId()));
    }

    static ObjectNode imported(Tracked download, SeriesRow row, EpisodeRow episode) {
        ObjectNode facts = facts(download).put("fileId", "" + episode.fileId).put("size", "" + episode.size);
        facts.put("source", SonarrPayloads.source(download, episode));
        return IMPORTED.fill(facts.put("imported", row.filePath(episode)));
    }

    static ObjectNode deleted(EpisodeRow episode, String reason) {
        ObjectNode data = Json.of("reason", reason, "releaseGroup", episode.group);
        return data.put("size", "" + episode.size).put("indexerFlags", "Freeleech");
    }

    private static ObjectNode facts(Tracked t) {
        ObjectNode facts =
                Json.of("release", t.release(), "size", "" + t.release().size());
        return facts.put("type", t.pieces().size() > 1 ? "SeasonPack" : "SingleEpisode");
    }
}
