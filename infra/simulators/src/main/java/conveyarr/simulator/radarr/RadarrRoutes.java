package conveyarr.simulator.radarr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Shape;
import conveyarr.simulator.wire.Site;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The key at the door, {@code /ping}, status, health and folders. */
final class RadarrRoutes {
    /** What never changes: disk space, folders, profiles. */
    private static final ObjectNode FIXED =
            Shape.of(RadarrRoutes.class, "fixed.json").fixed();

    private final Ledger<RadarrState> state;
    private final String apiKey;
    private final Instant startedAt;

    RadarrRoutes(Ledger<RadarrState> state, String apiKey, Instant startedAt) {
        this.state = state;
        this.apiKey = apiKey;
        this.startedAt = startedAt;
    }

    void addTo(Site site) {
        site.guard(this::refusal).otherwise(c -> notFound());
        site.on("GET", "/ping", c -> Reply.json(Json.of("status", "OK")));
        site.on("GET", "/api", c -> Reply.json(Json.of("current", "v3", "deprecated", List.of())));
        site.on("GET", "/api/v3/system/status", c -> Reply.json(RadarrViews.status(startedAt)));
        site.on("GET", "/api/v3/health", c -> Reply.json(state.read(RadarrRoutes::health)));
        FIXED.properties().forEach(f -> site.on("GET", "/api/v3/" + f.getKey(), c -> Reply.json(f.getValue())));
    }

    private static List<ObjectNode> health(RadarrState s) {
        String blocked = s.connections.stream()
                .filter(connection -> connection.backOff.blocked(Instant.now()))
                .map(Connection::name)
                .collect(Collectors.joining(", "));
        Stream<HealthIssue> own = blocked.isEmpty()
                ? Stream.empty()
                : Stream.of(new HealthIssue(
                        "NotificationStatusCheck", "warning", "Notifications unavailable due to failures: " + blocked));
        return Stream.concat(s.health.stream(), own).map(RadarrViews::health).toList();
    }

    /** A key in the query is looked at first, and a wrong one there is not rescued by a right header. */
    private Optional<Reply> refusal(Call call) {
        String bearer = call.header("Authorization");
        String key = call.query(
                "apikey",
                call.header("X-Api-Key") != null
                        ? call.header("X-Api-Key")
                        : String.valueOf(bearer).replace("Bearer ", ""));
        boolean free = call.path().equals("/ping") || apiKey.equals(key);
        return free ? Optional.empty() : Optional.of(Reply.empty(401));
    }

    static Reply notFound() {
        return Reply.json(404, Json.of("message", "NotFound"));
    }
}
