package conveyarr.simulator.seerr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.movie.Movie;
import conveyarr.simulator.series.Series;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Shape;
import java.util.List;
import java.util.stream.IntStream;

/** Puts what is approved into Radarr or Sonarr and has it searched; when that refuses or is away, the request has FAILED. */
final class HandOver {
    private static final Shape MOVIE = Shape.of(HandOver.class, "hand-over.json");
    private static final Shape SERIES = Shape.of(HandOver.class, "hand-over-series.json");

    private final Ledger<SeerrState> state;
    private final SeerrHooks hooks;
    private final Arrs arrs;

    HandOver(Ledger<SeerrState> state, SeerrHooks hooks, Arrs arrs) {
        this.state = state;
        this.hooks = hooks;
        this.arrs = arrs;
    }

    /** Beside the caller, as in the real one: the answer to "approve" does not wait for Radarr. */
    void start(Request request) {
        Thread.ofVirtual().start(() -> now(request));
    }

    /** What a kill between approval and hand-over left behind is handed over at the next start. */
    void resume() {
        List<Request> forgotten = state.read(s -> s.requests.stream()
                .filter(r -> r.status == Request.APPROVED && s.mediaOf(r).arrId == 0)
                .filter(r -> s.mediaOf(r).status != Media.AVAILABLE)
                .toList());
        forgotten.forEach(this::start);
    }

    private void now(Request request) {
        Media media = state.read(s -> s.mediaOf(request));
        try {
            int id = media.isSeries() ? inSonarr(media.series, request.seasons) : inRadarr(media.movie);
            state.update(s -> {
                media.arrId = id;
                media.status = Math.max(Media.PROCESSING, media.status);
            });
        } catch (RuntimeException refused) {
            state.update(s -> request.status = Request.FAILED);
            hooks.send(Notice.MEDIA_FAILED, request);
        }
    }

    /** A movie that Radarr has already is searched again. */
    private int inRadarr(Movie movie) {
        JsonNode known = arrs.radarr().get("/api/v3/movie?tmdbId=" + movie.tmdbId());
        if (known.isEmpty()) {
            return arrs.radarr()
                    .post("/api/v3/movie", MOVIE.fill(Json.tree(movie)))
                    .path("id")
                    .asInt();
        }
        int id = known.path(0).path("id").asInt();
        arrs.radarr().post("/api/v3/command", Json.of("name", "MoviesSearch", "movieIds", List.of(id)));
        return id;
    }

    /** In a series that Sonarr has already the seasons are monitored from now on, and it is searched again. */
    private int inSonarr(Series series, List<Integer> wanted) {
        JsonNode known = arrs.sonarr().get("/api/v3/series?tvdbId=" + series.tvdbId());
        if (known.isEmpty()) {
            ObjectNode facts = Json.of("series", series, "seasons", seasons(series, wanted));
            return arrs.sonarr()
                    .post("/api/v3/series", SERIES.fill(facts))
                    .path("id")
                    .asInt();
        }
        ObjectNode row = (ObjectNode) known.path(0);
        int id = row.path("id").asInt();
        row.path("seasons").forEach(season -> {
            if (wanted.contains(season.path("seasonNumber").asInt())) {
                ((ObjectNode) season).put("monitored", true);
            }
        });
        arrs.sonarr().put("/api/v3/series/" + id, row);
        arrs.sonarr().post("/api/v3/command", Json.of("name", "SeriesSearch", "seriesId", id));
        return id;
    }

    private static List<ObjectNode> seasons(Series series, List<Integer> wanted) {
        return IntStream.rangeClosed(1, series.seasons().size())
                .mapToObj(number -> Json.of("seasonNumber", number, "monitored", wanted.contains(number)))
                .toList();
    }
}
