package conveyarr.simulator.radarr;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.simulator.arr.Connections;
import conveyarr.simulator.arr.Refusals;
import conveyarr.simulator.arr.Routes;
import conveyarr.simulator.arr.Searches;
import conveyarr.simulator.movie.Catalogue;
import conveyarr.simulator.movie.Movie;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Site;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code /api/v3/movie}. */
final class LibraryRoutes implements Routes {
    private final Ledger<RadarrState> state;
    private final Catalogue catalogue;
    private final Searches<RadarrState> searches;
    private final Connections connections;

    LibraryRoutes(
            Ledger<RadarrState> state, Catalogue catalogue, Searches<RadarrState> searches, Connections connections) {
        this.state = state;
        this.catalogue = catalogue;
        this.searches = searches;
        this.connections = connections;
    }

    @Override
    public void addTo(Site site) {
        site.on("GET", "/api/v3/movie", this::list);
        site.on(
                "GET",
                "/api/v3/movie/{id}",
                c -> state.read(s -> s.movie(c.id())
                        .map(m -> Reply.json(RadarrViews.movie(m)))
                        .orElseGet(Refusals::notFound)));
        site.on("POST", "/api/v3/movie", this::add);
        site.on("DELETE", "/api/v3/movie/{id}", this::delete);
    }

    private Reply list(Call call) {
        int tmdbId = call.number("tmdbId", 0);
        return Reply.json(state.read(s -> s.movies.stream()
                .filter(m -> tmdbId == 0 || m.movie.tmdbId() == tmdbId)
                .map(RadarrViews::movie)
                .toList()));
    }

    private Reply add(Call call) {
        JsonNode body = call.json();
        int tmdbId = body.path("tmdbId").asInt();
        if (state.read(s -> s.tmdb(tmdbId).isPresent())) {
            return Refusals.invalid("tmdbId", "This movie has already been added", "MovieExistsValidator");
        }
        Optional<Movie> known = catalogue.find(tmdbId);
        if (known.isEmpty()) {
            return Refusals.invalid("tmdbId", "A movie with this ID was not found.", "");
        }
        MovieRow row = state.change(s -> added(s, known.get(), body));
        connections.publish("onMovieAdded", "MovieAdded", Payloads.movieAdded(row));
        if (body.path("addOptions").path("searchForMovie").asBoolean()) {
            searches.ask(List.of(row.id));
        }
        return Reply.json(201, state.read(s -> RadarrViews.movie(row)));
    }

    private static MovieRow added(RadarrState s, Movie movie, JsonNode body) {
        MovieRow row = new MovieRow();
        row.id = ++s.lastMovie;
        row.movie = movie;
        row.path = body.path("rootFolderPath").asText(RadarrViews.ROOT) + "/" + movie.named();
        row.qualityProfileId = body.path("qualityProfileId").asInt(4);
        row.monitored = body.path("monitored").asBoolean(true);
        row.added = Instant.now();
        s.movies.add(row);
        return row;
    }

    private Reply delete(Call call) {
        Optional<MovieRow> row = state.read(s -> s.movie(call.id()));
        row.ifPresent(m -> {
            state.update(s -> {
                s.movies.remove(m);
                s.forget(m.id);
            });
            connections.publish("onMovieDelete", "MovieDelete", Payloads.movieDelete(m));
        });
        return row.isPresent() ? Reply.json(Json.of()) : Refusals.notFound();
    }
}
