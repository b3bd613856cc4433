package conveyarr.simulator.radarr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.arr.Release;
import conveyarr.simulator.arr.Views;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Shape;
import java.time.Duration;
import java.time.Instant;

/** The {@code data} map of each kind of history row: strings only. */
final class HistoryData {
    private static final Shape GRABBED = Shape.of(HistoryData.class, "data-grabbed.json");
    private static final Shape IMPORTED = Shape.of(HistoryData.class, "data-imported.json");

    private HistoryData() {}

    static ObjectNode grabbed(Release release, MovieRow row) {
        ObjectNode facts = facts(release).put("guid", "https://indexer.example/t/" + row.id);
        facts.put("published", Views.date(Instant.now().minus(Duration.ofHours(74))));
        facts.put("tmdbId", "" + row.movie.tmdbId());
        facts.put("imdbId", row.movie.imdbId().replaceFirst("^tt0*", ""));
        return GRABBED.fill(facts);
    }

    static ObjectNode imported(Release release, MovieRow row, String source) {
        ObjectNode facts = facts(release).put("fileId", "" + row.movieFileId);
        return IMPORTED.fill(facts.put("source", source).put("imported", row.filePath()));
    }

    private static ObjectNode facts(Release release) {
        return Json.of("release", release, "size", "" + release.size());
    }
}
