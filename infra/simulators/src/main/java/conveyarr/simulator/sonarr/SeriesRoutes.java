package conveyarr.simulator.sonarr;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.simulator.arr.Connections;
import conveyarr.simulator.arr.Refusals;
import conveyarr.simulator.arr.Routes;
import conveyarr.simulator.arr.Searches;
import conveyarr.simulator.movie.Catalogue;
import conveyarr.simulator.series.Series;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Site;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** {@code /api/v3/series}. */
final class SeriesRoutes implements Routes {
    private static final String AT = "/api/v3/series";

    private final Ledger<SonarrState> state;
    private final Catalogue catalogue;
    private final Searches<SonarrState> searches;
    private final Connections connections;

    SeriesRoutes(
            Ledger<SonarrState> state, Catalogue catalogue, Searches<SonarrState> searches, Connections connections) {
        this.state = state;
        this.catalogue = catalogue;
        this.searches = searches;
        this.connections = connections;
    }

    @Override
    public void addTo(Site site) {
        site.on("GET", AT, this::list);
        site.on("GET", AT + "/{id}", c -> one(c, row -> Reply.json(state.read(s -> SonarrViews.series(row)))));
        site.on("POST", AT, this::add);
        site.on("PUT", AT + "/{id}", c -> one(c, row -> change(c, row)));
        site.on("DELETE", AT + "/{id}", c -> one(c, row -> delete(c, row)));
    }

    private Reply one(Call call, Function<SeriesRow, Reply> answer) {
        Optional<SeriesRow> row = state.read(s -> s.series(call.id()));
        return row.map(answer).orElseGet(Refusals::notFound);
    }

    private Reply list(Call call) {
        int tvdbId = call.number("tvdbId", 0);
        return Reply.json(state.read(s -> s.series.stream()
                .filter(row -> tvdbId == 0 || row.series.tvdbId() == tvdbId)
                .map(SonarrViews::series)
                .toList()));
    }

    private Reply add(Call call) {
        JsonNode body = call.json();
        int tvdbId = body.path("tvdbId").asInt();
        if (state.read(s -> s.tvdb(tvdbId).isPresent())) {
            return Refusals.invalid("tvdbId", "This series has already been added", "SeriesExistsValidator");
        }
        Optional<Series> known = catalogue.findTvdb(tvdbId);
        if (known.isEmpty()) {
            return Refusals.invalid("tvdbId", "A series with this ID was not found", "");
        }
        SeriesRow row = state.change(s -> added(s, known.get(), body));
        connections.publish("onSeriesAdd", "SeriesAdd", SonarrPayloads.seriesAdd(row));
        if (body.path("addOptions").path("searchForMissingEpisodes").asBoolean()) {
            searches.ask(row.lacking().stream().map(e -> e.id).toList());
        }
        return Reply.json(201, state.read(s -> SonarrViews.series(row)));
    }

    private static SeriesRow added(SonarrState s, Series series, JsonNode body) {
        SeriesRow row = new SeriesRow();
        row.id = ++s.lastSeries;
        row.series = series;
        row.path = body.path("rootFolderPath").asText(SonarrViews.ROOT) + "/" + series.named();
        row.qualityProfileId = body.path("qualityProfileId").asInt(4);
        row.monitored = body.path("monitored").asBoolean(true);
        row.added = Instant.now();
        for (int season = 1; season <= series.seasons().size(); season++) {
            for (int number = 1; number <= series.seasons().get(season - 1); number++) {
                EpisodeRow episode = new EpisodeRow();
                episode.id = ++s.lastEpisode;
                episode.season = season;
                episode.number = number;
                row.episodes.add(episode);
            }
        }
        s.series.add(row);
        monitor(row, body);
        return row;
    }

    private static void monitor(SeriesRow row, JsonNode body) {
        body.path("seasons")
                .forEach(season -> row.monitor(
                        season.path("seasonNumber").asInt(),
                        season.path("monitored").asBoolean()));
    }

    private Reply change(Call call, SeriesRow row) {
        JsonNode body = call.json();
        state.update(s -> {
            row.monitored = body.path("monitored").asBoolean(row.monitored);
            monitor(row, body);
        });
        return Reply.json(202, state.read(s -> SonarrViews.series(row)));
    }

    private Reply delete(Call call, SeriesRow row) {
        state.update(s -> {
            s.series.remove(row);
            s.forget(row.id);
        });
        boolean withFiles = call.flag("deleteFiles", false);
        connections.publish("onSeriesDelete", "SeriesDelete", SonarrPayloads.seriesDelete(row, withFiles));
        return Reply.json(Json.of());
    }
}
