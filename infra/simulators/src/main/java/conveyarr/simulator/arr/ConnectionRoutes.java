package conveyarr.simulator.arr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.SentHook;
import conveyarr.simulator.wire.Site;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code /api/v3/notification}: saving sends a Test first; a test of a saved one clears its block. */
final class ConnectionRoutes implements Routes {
    private static final String AT = "/api/v3/notification";
    private static final String HIDDEN = "********";

    private final Ledger<? extends ArrState> state;
    private final Connections connections;
    private final Dialect<?> dialect;

    ConnectionRoutes(Ledger<? extends ArrState> state, Connections connections, Dialect<?> dialect) {
        this.state = state;
        this.connections = connections;
        this.dialect = dialect;
    }

    @Override
    public void addTo(Site site) {
        site.on("GET", AT, c -> Reply.json(state.read(ConnectionRoutes::views)));
        site.on("GET", AT + "/schema", c -> Reply.json(Json.array(Connection.blank(dialect.flags()))));
        site.on("GET", AT + "/{id}", c -> one(c, k -> Reply.json(view(k))));
        site.on("POST", AT, this::create);
        site.on("PUT", AT + "/{id}", c -> one(c, k -> update(c, k)));
        site.on("DELETE", AT + "/{id}", c -> one(c, this::delete));
        site.on("POST", AT + "/test", this::test);
        site.on("POST", AT + "/testall", c -> Reply.json(testAll()));
    }

    private static List<ObjectNode> views(ArrState s) {
        return s.connections.stream().map(ConnectionRoutes::view).toList();
    }

    private Reply delete(Connection connection) {
        state.update(s -> s.connections.remove(connection));
        return Reply.json(Json.of());
    }

    private List<ObjectNode> testAll() {
        return state.read(s -> List.copyOf(s.connections)).stream()
                .map(k -> Json.of("id", k.id, "isValid", connections.test(k).accepted()))
                .toList();
    }

    private Reply one(Call call, Function<Connection, Reply> answer) {
        Optional<Connection> found = find(call.id());
        return found.map(answer).orElseGet(Refusals::notFound);
    }

    private Optional<Connection> find(int id) {
        return state.read(s -> s.connections.stream().filter(k -> k.id == id).findFirst());
    }

    private Reply create(Call call) {
        ObjectNode settings = (ObjectNode) call.json();
        Connection draft = new Connection(0, settings);
        if (state.read(s -> s.connections.stream().anyMatch(k -> k.name().equalsIgnoreCase(draft.name())))) {
            return Reply.json(400, Json.array(failure("Name", "Should be unique")));
        }
        return refusal(draft, draft.enabled())
                .orElseGet(() -> Reply.json(201, view(state.change(s -> s.connection(settings)))));
    }

    private Reply update(Call call, Connection saved) {
        ObjectNode settings = (ObjectNode) call.json();
        settings.remove("id");
        keepPassword(settings, saved);
        Connection draft = new Connection(saved.id, settings);
        boolean test = draft.enabled() && !settings.equals(saved.settings) && !call.flag("forceSave", false);
        return refusal(draft, test).orElseGet(() -> {
            state.update(s -> saved.settings = settings);
            return Reply.json(202, view(saved));
        });
    }

    private Reply test(Call call) {
        ObjectNode body = (ObjectNode) call.json();
        Connection asked = find(body.path("id").asInt()).orElseGet(() -> new Connection(0, body));
        return refusal(asked, true).orElseGet(() -> Reply.json(Json.of()));
    }

    private Optional<Reply> refusal(Connection connection, boolean test) {
        if (!test) {
            return Optional.empty();
        }
        SentHook sent = connections.test(connection);
        if (sent.status() == 0) {
            return Optional.of(Reply.json(
                    500, Json.of("message", sent.trouble(), "description", "System.Net.Http.HttpRequestException")));
        }
        String message = "Unable to send test message: Unable to post to webhook: HTTP request failed: ["
                + sent.status() + "] [POST] at [" + connection.url() + "]";
        return sent.accepted() ? Optional.empty() : Optional.of(Reply.json(400, Json.array(failure("Url", message))));
    }

    private static ObjectNode failure(String property, String message) {
        return Json.of("isWarning", false, "propertyName", property, "errorMessage", message, "severity", "error");
    }

    private static ObjectNode view(Connection connection) {
        ObjectNode view = connection.settings.deepCopy();
        for (JsonNode field : view.path("fields")) {
            if (field.path("name").asText().equals("password")
                    && !field.path("value").asText().isEmpty()) {
                ((ObjectNode) field).put("value", HIDDEN);
            }
        }
        return view.put("id", connection.id);
    }

    private static void keepPassword(ObjectNode settings, Connection saved) {
        for (JsonNode field : settings.path("fields")) {
            if (field.path("value").asText().equals(HIDDEN)) {
                ((ObjectNode) field).set("value", saved.field("password"));
            }
        }
    }
}
