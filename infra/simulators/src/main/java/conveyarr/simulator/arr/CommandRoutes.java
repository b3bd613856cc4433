package conveyarr.simulator.arr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Shape;
import conveyarr.simulator.wire.Site;
import java.time.Instant;
import java.util.Locale;

/** {@code /api/v3/command}: a search is done in the next round, everything else is done at once. */
final class CommandRoutes<S extends ArrState> implements Routes {
    private static final Shape COMMAND = Shape.of(CommandRoutes.class, "command.json");
    private static final int KEPT = 50;

    private final Ledger<S> state;
    private final Searches<S> searches;
    private final Dialect<S> dialect;
    private final Trade<S> trade;

    CommandRoutes(Ledger<S> state, Searches<S> searches, Dialect<S> dialect, Trade<S> trade) {
        this.state = state;
        this.searches = searches;
        this.dialect = dialect;
        this.trade = trade;
    }

    @Override
    public void addTo(Site site) {
        site.on("POST", "/api/v3/command", this::command);
        site.on("GET", "/api/v3/command", c -> Reply.json(state.read(s -> Json.array(s.commands))));
        site.on("GET", "/api/v3/command/{id}", this::one);
        site.on("GET", "/api/v3/manualimport", this::proposals);
    }

    /** What would be imported of a download by hand. */
    private Reply proposals(Call call) {
        String download = call.query("downloadId", "");
        return Reply.json(state.read(s -> s.queue.stream()
                .filter(t -> t.release().hash().equals(download))
                .flatMap(t -> trade.proposals(s, t).stream())
                .toList()));
    }

    private Reply one(Call call) {
        return state.read(s -> s.commands.stream()
                .filter(k -> k.path("id").asInt() == call.id())
                .map(Reply::json)
                .findFirst()
                .orElseGet(Refusals::notFound));
    }

    private Reply command(Call call) {
        JsonNode body = call.json();
        String name = body.path("name").asText();
        if (!dialect.commands().contains(name.toLowerCase(Locale.ROOT))) {
            return Reply.json(500, Json.of("message", "Unknown command: " + name, "description", "not found"));
        }
        searches.ask(state.read(s -> trade.wanted(s, name.toLowerCase(Locale.ROOT), body)));
        if (name.equalsIgnoreCase("ManualImport")) { // the next look at the queue imports it
            body.path("files").forEach(file -> state.update(s -> trade.unblock(s, file)));
        }
        ObjectNode done = state.change(s -> carriedOut(s, name, body));
        return Reply.json(201, done.deepCopy().put("status", "queued").put("result", "unknown"));
    }

    private static ObjectNode carriedOut(ArrState s, String name, JsonNode body) {
        ObjectNode facts = Json.of("name", name, "body", body, "id", ++s.lastCommand);
        ObjectNode command = COMMAND.fill(facts.put("queued", Views.date(Instant.now())));
        s.commands.add(command);
        if (s.commands.size() > KEPT) {
            s.commands.removeFirst();
        }
        return command;
    }
}
