package conveyarr.simulator.radarr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.radarr.QueueActions.Removal;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Site;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code /api/v3/history} and {@code /api/v3/queue}. */
final class ActivityRoutes {
    private final Ledger<RadarrState> state;
    private final QueueActions actions;

    ActivityRoutes(Ledger<RadarrState> state, QueueActions actions) {
        this.state = state;
        this.actions = actions;
    }

    void addTo(Site site) {
        site.on("GET", "/api/v3/history", c -> Reply.json(page(c, "date", state.read(s -> newestFirst(s, c)))));
        site.on("GET", "/api/v3/history/since", this::since);
        site.on("GET", "/api/v3/history/movie", this::ofMovie);
        site.on("POST", "/api/v3/history/failed/{id}", c -> done(actions.markFailed(c.id())));
        site.on("GET", "/api/v3/queue", c -> Reply.json(page(c, "timeleft", queue(c))));
        site.on("GET", "/api/v3/queue/details", c -> Reply.json(queue(c)));
        site.on("GET", "/api/v3/queue/status", c -> Reply.json(state.read(ActivityRoutes::status)));
        site.on("DELETE", "/api/v3/queue/bulk", this::removeAll);
        site.on("DELETE", "/api/v3/queue/{id}", c -> done(actions.remove(c.id(), removal(c))));
    }

    private static Reply done(boolean found) {
        return found ? Reply.json(Json.of()) : RadarrRoutes.notFound();
    }

    private Reply removeAll(Call call) {
        call.json().path("ids").forEach(id -> actions.remove(id.asInt(), removal(call)));
        return done(true);
    }

    private Reply ofMovie(Call call) {
        int movieId = call.number("movieId", 0);
        return Reply.json(state.read(s -> rows(s, call)
                .filter(h -> h.movieId == movieId)
                .map(RadarrViews::history)
                .toList()));
    }

    private static Stream<HistoryRow> rows(RadarrState s, Call call) {
        List<String> types = List.of(call.query("eventType", "").split(","));
        String downloadId = call.query("downloadId", "");
        return s.history.stream()
                .filter(h -> types.contains("")
                        || types.contains(h.eventType)
                        || types.contains("" + HistoryRow.number(h.eventType)))
                .filter(h ->
                        downloadId.isEmpty() || downloadId.equals(h.downloadId)); // case counts, as in the real one
    }

    private static List<ObjectNode> newestFirst(RadarrState s, Call call) {
        boolean ascending = call.query("sortDirection", "descending").equals("ascending");
        Comparator<HistoryRow> byDate =
                Comparator.<HistoryRow, Instant>comparing(h -> h.date).thenComparing(h -> h.id);
        return rows(s, call)
                .sorted(ascending ? byDate : byDate.reversed())
                .map(h -> withMovie(s, call, h.movieId, RadarrViews.history(h)))
                .toList();
    }

    /** Inclusive, and in whole seconds, as the dates that the API gives. */
    private Reply since(Call call) {
        Instant from = Instant.parse(call.query("date", "1970-01-01T00:00:00Z"));
        return Reply.json(state.read(s -> rows(s, call)
                .filter(h -> !Instant.parse(RadarrViews.date(h.date)).isBefore(from))
                .map(h -> withMovie(s, call, h.movieId, RadarrViews.history(h)))
                .toList()));
    }

    private List<ObjectNode> queue(Call call) {
        return state.read(s -> s.queue.stream()
                .map(t -> withMovie(s, call, t.movieId, RadarrViews.queue(t)))
                .toList());
    }

    private static ObjectNode withMovie(RadarrState s, Call call, int movieId, ObjectNode row) {
        if (call.flag("includeMovie", false)) {
            s.movies.stream()
                    .filter(movie -> movie.id == movieId)
                    .forEach(movie -> row.set("movie", RadarrViews.movie(movie)));
        }
        return row;
    }

    private static ObjectNode page(Call call, String sortKey, List<ObjectNode> all) {
        int page = Math.max(1, call.number("page", 1));
        int size = call.number("pageSize", 10);
        return Json.of(
                "page",
                page,
                "pageSize",
                size,
                "sortKey",
                sortKey,
                "sortDirection",
                call.query("sortDirection", sortKey.equals("date") ? "descending" : "ascending"),
                "totalRecords",
                all.size(),
                "records",
                all.stream().skip((page - 1L) * size).limit(size).toList());
    }

    private static ObjectNode status(RadarrState s) {
        boolean warnings = s.queue.stream().anyMatch(t -> t.health.equals("warning"));
        return Json.of(
                "totalCount",
                s.queue.size(),
                "count",
                s.queue.size(),
                "unknownCount",
                0,
                "errors",
                false,
                "warnings",
                warnings,
                "unknownErrors",
                false,
                "unknownWarnings",
                false);
    }

    private static Removal removal(Call call) {
        return new Removal(
                call.flag("removeFromClient", true),
                call.flag("blocklist", false),
                !call.flag("skipRedownload", false),
                call.flag("changeCategory", false));
    }
}
