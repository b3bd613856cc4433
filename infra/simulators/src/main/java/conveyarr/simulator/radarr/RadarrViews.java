package conveyarr.simulator.radarr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Shape;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The API's shapes of movies, history rows, queue rows and checks. */
final class RadarrViews {
    static final String VERSION = "6.0.4.10291";
    static final String ROOT = "/media/movies";
    private static final Shape MOVIE = Shape.of(RadarrViews.class, "movie.json");
    private static final Shape HISTORY = Shape.of(RadarrViews.class, "history-row.json");
    private static final Shape QUEUE = Shape.of(RadarrViews.class, "queue-row.json");
    private static final Shape BLOCKED = Shape.of(RadarrViews.class, "queue-row-blocked.json");
    private static final Shape STATUS = Shape.of(RadarrViews.class, "system-status.json");

    private RadarrViews() {}

    static ObjectNode movie(MovieRow row) {
        ObjectNode facts = Json.of("row", row, "images", images(row), "hasFile", row.hasFile());
        facts.put("released", row.movie.released() + "T00:00:00Z").put("added", date(row.added));
        facts.put("cleanTitle", row.movie.title().toLowerCase().replaceAll("[^a-z0-9]", ""));
        facts.put("slug", "" + row.movie.tmdbId()).put("files", row.hasFile() ? 1 : 0);
        ObjectNode movie = MOVIE.fill(facts);
        return row.hasFile() && row.imported != null ? movie.set("movieFile", file(row)) : movie;
    }

    /** As the list of movies brings it. */
    private static ObjectNode file(MovieRow row) {
        ObjectNode file = Json.of("movieId", row.id, "relativePath", row.fileName(), "path", row.filePath());
        file.put("size", row.size).put("dateAdded", date(row.imported)).put("sceneName", row.release);
        file.set("quality", Json.of("quality", Json.of("id", 7, "name", "Bluray-1080p")));
        return file.put("edition", "").put("id", row.movieFileId);
    }

    static List<ObjectNode> images(MovieRow row) {
        ObjectNode poster = Json.of("coverType", "poster", "url", "/MediaCover/" + row.id + "/poster.jpg");
        String file = row.movie.poster();
        return List.of(file.isEmpty() ? poster : poster.put("remoteUrl", "https://image.tmdb.org/t/p/original" + file));
    }

    static ObjectNode history(HistoryRow row) {
        return withoutNulls(HISTORY.fill(Json.of("row", row, "date", date(row.date))));
    }

    static ObjectNode queue(Tracked t) {
        ObjectNode facts = Json.of("row", t, "id", t.queueId(), "added", date(t.added));
        facts.put("output", "/downloads/" + t.release.title()).put("timeleft", t.left > 0 ? "00:01:00" : "00:00:00");
        if (t.status.equals("downloading")) {
            facts.put("estimated", date(Instant.now().plusSeconds(60)));
        }
        ObjectNode row = withoutNulls(QUEUE.fill(facts));
        if (t.trouble.isEmpty()) {
            row.remove("errorMessage");
        }
        return t.state.equals("importBlocked") ? row.setAll(BLOCKED.fixed()) : row;
    }

    static ObjectNode proposal(Tracked t, MovieRow movie) {
        String title = t.release.title();
        ObjectNode proposal = Json.of("path", "/downloads/" + title + "/" + title + ".mkv", "folderName", title);
        proposal.put("downloadId", t.release.hash()).put("indexerFlags", 0);
        proposal.set("movie", movie(movie));
        return proposal.set("rejections", Json.array());
    }

    static ObjectNode health(HealthIssue issue) {
        ObjectNode check = Json.of("source", issue.type(), "type", issue.level());
        return check.put("message", issue.message()).put("wikiUrl", issue.wikiUrl());
    }

    static ObjectNode status(Instant startedAt) {
        return STATUS.fill(Json.of("startTime", date(startedAt)));
    }

    /** The API leaves a null property out, but not one inside {@code data}. */
    private static ObjectNode withoutNulls(ObjectNode node) {
        node.properties().removeIf(field -> field.getValue().isNull());
        return node;
    }

    /** The API gives whole seconds. */
    static String date(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
