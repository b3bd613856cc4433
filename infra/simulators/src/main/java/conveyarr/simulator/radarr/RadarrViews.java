package conveyarr.simulator.radarr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.arr.Tracked;
import conveyarr.simulator.arr.Views;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Shape;
import java.util.List;

/** The API's shapes of movies and their files. */
final class RadarrViews {
    static final String ROOT = "/media/movies";
    private static final Shape MOVIE = Shape.of(RadarrViews.class, "movie.json");

    private RadarrViews() {}

    static ObjectNode movie(MovieRow row) {
        ObjectNode facts = Json.of("row", row, "images", images(row), "hasFile", row.hasFile());
        facts.put("released", row.movie.released() + "T00:00:00Z").put("added", Views.date(row.added));
        facts.put("cleanTitle", row.movie.title().toLowerCase().replaceAll("[^a-z0-9]", ""));
        facts.put("slug", "" + row.movie.tmdbId()).put("files", row.hasFile() ? 1 : 0);
        ObjectNode movie = MOVIE.fill(facts);
        return row.hasFile() && row.imported != null ? movie.set("movieFile", file(row)) : movie;
    }

    /** As the list of movies brings it. */
    private static ObjectNode file(MovieRow row) {
        ObjectNode file = Json.of("movieId", row.id, "relativePath", row.fileName(), "path", row.filePath());
        file.put("size", row.size).put("dateAdded", Views.date(row.imported)).put("sceneName", row.release);
        file.set("quality", Json.of("quality", Json.of("id", 7, "name", "Bluray-1080p")));
        return file.put("edition", "").put("id", row.movieFileId);
    }

    static List<ObjectNode> images(MovieRow row) {
        ObjectNode poster = Json.of("coverType", "poster", "url", "/MediaCover/" + row.id + "/poster.jpg");
        String file = row.movie.poster();
        return List.of(file.isEmpty() ? poster : poster.put("remoteUrl", "https://image.tmdb.org/t/p/original" + file));
    }

    static ObjectNode proposal(Tracked t, MovieRow movie) {
        String title = t.release().title();
        ObjectNode proposal = Json.of("path", t.output() + "/" + title + ".mkv", "folderName", title);
        proposal.put("downloadId", t.release().hash()).put("indexerFlags", 0);
        proposal.set("movie", movie(movie));
        return proposal.set("rejections", Json.array());
    }
}
