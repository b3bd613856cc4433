package conveyarr.simulator.seerr;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.simulator.movie.Catalogue;
import conveyarr.simulator.movie.Movie;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Site;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code /request}, {@code /media/{id}/available} and {@code /movie/{id}}. */
final class RequestRoutes {
    private static final String AT = "/api/v1/request";

    private final Ledger<SeerrState> state;
    private final Requests requests;
    private final Catalogue catalogue;

    RequestRoutes(Ledger<SeerrState> state, Requests requests, Catalogue catalogue) {
        this.state = state;
        this.requests = requests;
        this.catalogue = catalogue;
    }

    void addTo(Site site) {
        site.on("GET", AT, c -> state.read(s -> RequestList.of(c, s)));
        site.on("GET", AT + "/count", c -> Reply.json(state.read(SeerrViews::count)));
        site.on("GET", AT + "/{id}", c -> then(c, r -> {}));
        site.on("POST", AT, this::create);
        site.on("POST", AT + "/{id}/approve", c -> then(c, requests::approve));
        site.on("POST", AT + "/{id}/retry", c -> then(c, requests::approve));
        site.on("POST", AT + "/{id}/decline", c -> then(c, requests::decline));
        site.on("DELETE", AT + "/{id}", this::delete);
        site.on("POST", "/api/v1/media/{id}/available", this::available);
        site.on("GET", "/api/v1/movie/{id}", this::movie);
    }

    private Reply then(Call call, Consumer<Request> step) {
        Optional<Request> request = state.read(s -> s.request(call.id()));
        request.ifPresent(step);
        return request.map(r -> Reply.json(state.read(s -> SeerrViews.request(r, s))))
                .orElseGet(RequestRoutes::unknown);
    }

    private Reply create(Call call) {
        JsonNode body = call.json();
        if (!body.path("mediaType").asText().equals("movie")
                || !body.path("mediaId").isInt()) {
            return Reply.json(
                    400,
                    Json.of("message", "request.body.mediaType should be equal to one of the allowed values: movie"));
        }
        Optional<Movie> movie = catalogue.find(body.path("mediaId").asInt());
        if (movie.isEmpty()) {
            return Reply.json(
                    500,
                    Json.of("message", "[TMDB] Failed to fetch movie details: Request failed with status code 404"));
        }
        int callerId = call.header("X-API-User") == null ? 1 : Integer.parseInt(call.header("X-API-User"));
        User caller = state.read(s -> s.user(callerId).orElseThrow());
        User owner = state.read(s -> s.user(body.path("userId").asInt(callerId)).orElse(caller));
        return requests.create(movie.get(), owner, caller)
                .map(r -> Reply.json(201, state.read(s -> SeerrViews.request(r, s))))
                .orElseGet(() -> Reply.json(409, Json.of("message", "Request for this media already exists.")));
    }

    private Reply delete(Call call) {
        Optional<Request> request = state.read(s -> s.request(call.id()));
        request.ifPresent(requests::delete);
        return request.isPresent() ? Reply.empty(204) : unknown();
    }

    private Reply available(Call call) {
        Optional<Media> media = state.read(s -> s.media(call.id()));
        media.ifPresent(requests::available);
        return media.map(m -> Reply.json(state.read(s -> SeerrViews.media(m))))
                .orElseGet(() -> Reply.json(404, Json.of("message", "Media does not exist.")));
    }

    private Reply movie(Call call) {
        return catalogue
                .find(call.id())
                .map(m -> Reply.json(SeerrViews.movie(m)))
                .orElseGet(() -> Reply.json(500, Json.of("message", "Unable to retrieve movie.")));
    }

    private static Reply unknown() {
        return Reply.json(404, Json.of("message", "Request not found."));
    }
}
