package conveyarr.simulator.arr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Hooks;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.SentHook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Sends the events: in the caller's thread, one try; a blocked connection misses the event for ever. */
public final class Connections {
    private final Ledger<? extends ArrState> state;
    private final Dialect<?> dialect;
    private final Hooks hooks = new Hooks();
    final Instant startedAt = Instant.now();

    Connections(Ledger<? extends ArrState> state, Dialect<?> dialect) {
        this.state = state;
        this.dialect = dialect;
    }

    Hooks hooks() {
        return hooks;
    }

    /** To every connection that has this flag set. */
    public void publish(String flag, String eventType, ObjectNode body) {
        List<Connection> wanting = state.read(s -> s.connections.stream()
                .filter(c -> c.wants(flag) && !c.backOff.blocked(Instant.now()))
                .toList());
        wanting.forEach(connection -> send(connection, eventType, body));
    }

    void failedSince(Duration ago) {
        Instant first = Instant.now().minus(ago);
        state.update(s -> s.connections.forEach(c -> {
            c.backOff.level = Math.max(1, c.backOff.level);
            c.backOff.firstFailure = first;
        }));
    }

    boolean anyBlocked() {
        return state.read(s -> s.connections.stream().anyMatch(c -> c.backOff.blocked(Instant.now())));
    }

    /** Lets a test of a saved connection clear its block, as in the real one. */
    SentHook test(Connection connection) {
        return send(connection, "Test", dialect.test());
    }

    private SentHook send(Connection connection, String eventType, ObjectNode body) {
        ObjectNode whole = body.deepCopy().put("eventType", eventType).put("instanceName", dialect.app());
        if (dialect.tellsAddress(eventType)) {
            whole.put("applicationUrl", "");
        }
        Map<String, String> headers = connection.headers(dialect.app() + "/" + dialect.version());
        SentHook sent = hooks.post(eventType, connection.url(), headers, Json.pretty(whole));
        state.update(s -> {
            if (sent.accepted()) {
                connection.backOff.succeeded();
            } else {
                connection.backOff.failed(Instant.now(), startedAt);
            }
        });
        return sent;
    }
}
