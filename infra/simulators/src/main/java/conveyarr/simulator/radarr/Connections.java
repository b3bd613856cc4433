package conveyarr.simulator.radarr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Hooks;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.SentHook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Sends Radarr's events: in the caller's thread, one try; a blocked connection misses the event for ever. */
final class Connections {
    private final Ledger<RadarrState> state;
    private final Hooks hooks = new Hooks();
    final Instant startedAt = Instant.now();

    Connections(Ledger<RadarrState> state) {
        this.state = state;
    }

    Hooks hooks() {
        return hooks;
    }

    void publish(String flag, String eventType, ObjectNode body) {
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
        return send(connection, "Test", Payloads.test());
    }

    private SentHook send(Connection connection, String eventType, ObjectNode body) {
        ObjectNode whole = body.deepCopy().put("eventType", eventType).put("instanceName", "Radarr");
        if (!eventType.equals("HealthRestored")) {
            whole.put("applicationUrl", "");
        }
        SentHook sent = hooks.post(eventType, connection.url(), connection.headers(), Json.pretty(whole));
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
