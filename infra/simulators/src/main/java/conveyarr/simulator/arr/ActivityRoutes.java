package conveyarr.simulator.arr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.arr.QueueActions.Removal;
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
final class ActivityRoutes<S extends ArrState> implements Routes {
    private final Ledger<S> state;
    private final QueueActions actions;
    private final Dialect<S> dialect;

    ActivityRoutes(Ledger<S> state, QueueActions actions, Dialect<S> dialect) {
        this.state = state;
        this.actions = actions;
        this.dialect = dialect;
    }

    @Override
    public void addTo(Site site) {
        site.on("GET", "/api/v3/history", c -> Reply.json(Pages.page(c, "date", state.read(s -> newestFirst(s, c)))));
        site.on("GET", "/api/v3/history/since", this::since);
        site.on("GET", "/api/v3/history/" + dialect.title(), this::ofTitle);
        site.on("POST", "/api/v3/history/failed/{id}", c -> done(actions.markFailed(c.id())));
        site.on("GET", "/api/v3/queue", c -> Reply.json(Pages.page(c, "timeleft", queue(c))));
        site.on("GET", "/api/v3/queue/details", c -> Reply.json(queue(c)));
        site.on("GET", "/api/v3/queue/status", c -> Reply.json(state.read(ActivityRoutes::status)));
        site.on("DELETE", "/api/v3/queue/bulk", this::removeAll);
        site.on("DELETE", "/api/v3/queue/{id}", c -> done(actions.remove(c.id(), removal(c))));
    }

    private static Reply done(boolean found) {
        return found ? Reply.json(Json.of()) : Refusals.notFound();
    }

    private Reply removeAll(Call call) {
        call.json().path("ids").forEach(id -> actions.remove(id.asInt(), removal(call)));
        return done(true);
    }

    private Reply ofTitle(Call call) {
        int titleId = call.number(dialect.title() + "Id", 0);
        return Reply.json(state.read(s -> rows(s, call)
                .filter(h -> h.titleId == titleId)
                .map(h -> complete(s, call, h.pieceId, Views.history(h, dialect)))
                .toList()));
    }

    private Stream<HistoryRow> rows(S s, Call call) {
        List<String> types = List.of(call.query("eventType", "").split(","));
        String downloadId = call.query("downloadId", "");
        return s.history.stream()
                .filter(h -> types.contains("")
                        || types.contains(h.eventType)
                        || types.contains("" + dialect.number(h.eventType)))
                .filter(h ->
                        downloadId.isEmpty() || downloadId.equals(h.downloadId)); // case counts, as in the real one
    }

    private List<ObjectNode> newestFirst(S s, Call call) {
        boolean ascending = call.query("sortDirection", "descending").equals("ascending");
        Comparator<HistoryRow> byDate =
                Comparator.<HistoryRow, Instant>comparing(h -> h.date).thenComparing(h -> h.id);
        return rows(s, call)
                .sorted(ascending ? byDate : byDate.reversed())
                .map(h -> complete(s, call, h.pieceId, Views.history(h, dialect)))
                .toList();
    }

    /** Inclusive, and in whole seconds, as the dates that the API gives. */
    private Reply since(Call call) {
        Instant from = Instant.parse(call.query("date", "1970-01-01T00:00:00Z"));
        return Reply.json(state.read(s -> rows(s, call)
                .filter(h -> !Instant.parse(Views.date(h.date)).isBefore(from))
                .map(h -> complete(s, call, h.pieceId, Views.history(h, dialect)))
                .toList()));
    }

    private List<ObjectNode> queue(Call call) {
        return state.read(s -> s.queue.stream()
                .flatMap(
                        t -> t.pieces().stream().map(piece -> complete(s, call, piece, Views.queue(t, piece, dialect))))
                .toList());
    }

    private ObjectNode complete(S s, Call call, int piece, ObjectNode row) {
        dialect.complete(s, call, piece, row);
        return row;
    }

    private static ObjectNode status(ArrState s) {
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
