package conveyarr.simulator.seerr;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.simulator.movie.Movie;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Peer;
import conveyarr.simulator.wire.Shape;
import java.util.List;

/** Puts an approved movie into Radarr and has it searched; when Radarr refuses or is away, the request has FAILED. */
final class HandOver {
    private static final Shape BODY = Shape.of(HandOver.class, "hand-over.json");

    private final Ledger<SeerrState> state;
    private final SeerrHooks hooks;
    private final Peer radarr;

    HandOver(Ledger<SeerrState> state, SeerrHooks hooks, Peer radarr) {
        this.state = state;
        this.hooks = hooks;
        this.radarr = radarr;
    }

    /** Beside the caller, as in the real one: the answer to "approve" does not wait for Radarr. */
    void start(Request request) {
        Thread.ofVirtual().start(() -> now(request));
    }

    /** What a kill between approval and hand-over left behind is handed over at the next start. */
    void resume() {
        List<Request> forgotten = state.read(s -> s.requests.stream()
                .filter(r -> r.status == Request.APPROVED && s.mediaOf(r).radarrId == 0)
                .filter(r -> s.mediaOf(r).status != Media.AVAILABLE)
                .toList());
        forgotten.forEach(this::start);
    }

    private void now(Request request) {
        Movie movie = state.read(s -> s.mediaOf(request).movie);
        try {
            int id = idInRadarr(movie);
            state.update(s -> {
                s.mediaOf(request).radarrId = id;
                s.mediaOf(request).status = Math.max(Media.PROCESSING, s.mediaOf(request).status);
            });
        } catch (RuntimeException refused) {
            state.update(s -> request.status = Request.FAILED);
            hooks.send(Notice.MEDIA_FAILED, request);
        }
    }

    /** A movie that Radarr has already is searched again. */
    private int idInRadarr(Movie movie) {
        JsonNode known = radarr.get("/api/v3/movie?tmdbId=" + movie.tmdbId());
        if (known.isEmpty()) {
            return radarr.post("/api/v3/movie", BODY.fill(Json.tree(movie)))
                    .path("id")
                    .asInt();
        }
        int id = known.path(0).path("id").asInt();
        radarr.post("/api/v3/command", Json.of("name", "MoviesSearch", "movieIds", List.of(id)));
        return id;
    }
}
