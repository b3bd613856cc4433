package conveyarr.simulator.seerr;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.simulator.movie.Catalogue;
import conveyarr.simulator.movie.Title;
import conveyarr.simulator.seerr.Requests.Wish;
import conveyarr.simulator.series.Series;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Site;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** {@code /request}. */
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
    }

    private Reply then(Call call, Consumer<Request> step) {
        Optional<Request> request = state.read(s -> s.request(call.id()));
        request.ifPresent(step);
        return request.map(r -> Reply.json(state.read(s -> SeerrViews.request(r, s))))
                .orElseGet(RequestRoutes::unknown);
    }

    private Reply create(Call call) {
        JsonNode body = call.json();
        String type = body.path("mediaType").asText();
        if (!List.of("movie", "tv").contains(type) || !body.path("mediaId").isInt()) {
            return message(400, "request.body.mediaType should be equal to one of the allowed values: movie, tv");
        }
        int tmdbId = body.path("mediaId").asInt();
        Optional<? extends Title> title = type.equals("tv") ? catalogue.findSeries(tmdbId) : catalogue.find(tmdbId);
        return title.map(one -> created(one, call))
                .orElseGet(() -> message(
                        500, "[TMDB] Failed to fetch " + type + " details: Request failed with status code 404"));
    }

    private Reply created(Title title, Call call) {
        JsonNode body = call.json();
        int callerId = call.header("X-API-User") == null ? 1 : Integer.parseInt(call.header("X-API-User"));
        User caller = state.read(s -> s.user(callerId).orElseThrow());
        User owner = state.read(s -> s.user(body.path("userId").asInt(callerId)).orElse(caller));
        List<Integer> seasons = title instanceof Series series ? seasons(series, body.path("seasons")) : List.of();
        return requests.create(new Wish(title, seasons, owner, caller))
                .map(r -> Reply.json(201, state.read(s -> SeerrViews.request(r, s))))
                .orElseGet(() -> title instanceof Series
                        ? message(202, "No seasons available to request")
                        : message(409, "Request for this media already exists."));
    }

    private static List<Integer> seasons(Series series, JsonNode wanted) {
        return IntStream.rangeClosed(1, series.seasons().size())
                .filter(number -> wanted.asText().equals("all") || contains(wanted, number))
                .boxed()
                .toList();
    }

    private static boolean contains(JsonNode numbers, int number) {
        return StreamSupport.stream(numbers.spliterator(), false).anyMatch(one -> one.asInt() == number);
    }

    private Reply delete(Call call) {
        Optional<Request> request = state.read(s -> s.request(call.id()));
        request.ifPresent(requests::delete);
        return request.isPresent() ? Reply.empty(204) : unknown();
    }

    private static Reply unknown() {
        return message(404, "Request not found.");
    }

    static Reply message(int status, String text) {
        return Reply.json(status, Json.of("message", text));
    }
}
