package conveyarr.simulator.sonarr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.arr.Pages;
import conveyarr.simulator.arr.Refusals;
import conveyarr.simulator.arr.Routes;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Site;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@code /episode}, {@code /episodefile} and {@code /wanted/missing} of {@code /api/v3}. */
final class EpisodeRoutes implements Routes {
    private final Ledger<SonarrState> state;
    private final EpisodeImport imports;

    EpisodeRoutes(Ledger<SonarrState> state, EpisodeImport imports) {
        this.state = state;
        this.imports = imports;
    }

    @Override
    public void addTo(Site site) {
        site.on("GET", "/api/v3/episode", c -> Reply.json(of(c, e -> true, view(c))));
        site.on("GET", "/api/v3/episodefile", c -> Reply.json(of(c, EpisodeRow::hasFile, SonarrViews::file)));
        site.on("PUT", "/api/v3/episode/monitor", this::monitor);
        site.on("DELETE", "/api/v3/episodefile/{id}", this::delete);
        site.on("GET", "/api/v3/wanted/missing", c -> Reply.json(Pages.page(c, "airDateUtc", missing())));
    }

    /** Of one series, which has to be named, and of one of its seasons, if that is. */
    private List<ObjectNode> of(
            Call call, Predicate<EpisodeRow> which, BiFunction<SeriesRow, EpisodeRow, ObjectNode> view) {
        int series = call.number("seriesId", 0);
        int season = call.number("seasonNumber", 0);
        return state.read(s -> s.series(series).stream()
                .flatMap(row -> row.episodes.stream()
                        .filter(e -> which.test(e) && (season == 0 || e.season == season))
                        .map(e -> view.apply(row, e)))
                .toList());
    }

    private static BiFunction<SeriesRow, EpisodeRow, ObjectNode> view(Call call) {
        return call.flag("includeEpisodeFile", false) ? SonarrViews::whole : SonarrViews::episode;
    }

    private List<ObjectNode> missing() {
        return state.read(s -> s.series.stream()
                .flatMap(row -> row.lacking().stream().map(e -> SonarrViews.episode(row, e)))
                .toList());
    }

    private Reply monitor(Call call) {
        JsonNode body = call.json();
        List<Integer> ids = Stream.of(Json.MAPPER.convertValue(body.path("episodeIds"), Integer[].class))
                .toList();
        state.update(s -> s.series.stream()
                .flatMap(row -> s.episodes(row, ids).stream())
                .forEach(e -> e.monitored = body.path("monitored").asBoolean()));
        return Reply.json(202, Json.array());
    }

    private Reply delete(Call call) {
        record At(SeriesRow row, EpisodeRow episode) {}
        Optional<At> found = state.read(s -> s.series.stream()
                .flatMap(row ->
                        row.episodes.stream().filter(e -> e.fileId == call.id()).map(e -> new At(row, e)))
                .findFirst());
        found.ifPresent(at -> imports.remove(at.row(), at.episode(), "Manual", "manual"));
        return found.isPresent() ? Reply.json(Json.of()) : Refusals.notFound();
    }
}
