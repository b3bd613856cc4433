package conveyarr.simulator.arr;

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

/** What all of the family answer alike: the key at the door, {@code /ping}, status, health and folders. */
final class ArrRoutes<S extends ArrState> implements Routes {
    private static final Shape STATUS = Shape.of(ArrRoutes.class, "system-status.json");

    private final Ledger<S> state;
    private final Dialect<S> dialect;
    private final String apiKey;
    private final Instant startedAt;

    ArrRoutes(Ledger<S> state, Dialect<S> dialect, String apiKey, Instant startedAt) {
        this.state = state;
        this.dialect = dialect;
        this.apiKey = apiKey;
        this.startedAt = startedAt;
    }

    @Override
    public void addTo(Site site) {
        site.guard(this::refusal).otherwise(c -> Refusals.notFound());
        site.on("GET", "/ping", c -> Reply.json(Json.of("status", "OK")));
        site.on("GET", "/api", c -> Reply.json(Json.of("current", "v3", "deprecated", List.of())));
        site.on("GET", "/api/v3/system/status", c -> Reply.json(status()));
        site.on("GET", "/api/v3/health", c -> Reply.json(state.read(this::health)));
        dialect.fixed()
                .properties()
                .forEach(f -> site.on("GET", "/api/v3/" + f.getKey(), c -> Reply.json(f.getValue())));
    }

    private ObjectNode status() {
        ObjectNode facts = Json.of("app", dialect.app(), "version", dialect.version());
        return STATUS.fill(facts.put("startTime", Views.date(startedAt)));
    }

    private List<ObjectNode> health(S s) {
        String blocked = s.connections.stream()
                .filter(connection -> connection.backOff.blocked(Instant.now()))
                .map(Connection::name)
                .collect(Collectors.joining(", "));
        Stream<HealthIssue> own = blocked.isEmpty()
                ? Stream.empty()
                : Stream.of(new HealthIssue(
                        "NotificationStatusCheck", "warning", "Notifications unavailable due to failures: " + blocked));
        return Stream.concat(s.health.stream(), own)
                .map(issue -> Views.health(issue, dialect.app()))
                .toList();
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
}
