package conveyarr.flow.loop;

import conveyarr.flow.Effect;
import conveyarr.flow.wire.Json;
import io.agroal.api.AgroalDataSource;
import io.quarkus.vertx.VertxContextSupport;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;

/** Makes the calls that decisions asked for, at least once, with growing pauses between the tries of one call. */
public final class CallLoop extends Loop {
    private static final Logger LOGGER = Logger.getLogger(CallLoop.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int BATCH = 20;

    private final String schema;
    private final AgroalDataSource jdbc;
    private volatile Calls<?> calls;

    private record Due(long id, String kind, String body, int attempts) {}

    public CallLoop(String schema, AgroalDataSource jdbc) {
        super("calls-" + schema, POLL);
        this.schema = schema;
        this.jdbc = jdbc;
    }

    public void carryOut(Calls<?> runner) {
        this.calls = runner;
    }

    @Override
    protected boolean work() throws SQLException {
        if (calls == null) {
            return false;
        }
        List<Due> batch = due();
        for (Due due : batch) {
            if (running()) {
                make(due);
            }
        }
        return batch.size() == BATCH;
    }

    private void make(Due due) throws SQLException {
        try {
            makeTyped(calls, due);
            settle("update %s.call set done_at = now(), attempts = attempts + 1 where id = ?", due.id());
        } catch (Throwable failure) {
            LOGGER.warnf(
                    "call.failed schema=%s kind=%s attempt=%d cause=%s",
                    schema, due.kind(), due.attempts() + 1, failure);
            settle(
                    "update %s.call set attempts = attempts + 1, last_error = ?, due_at = now() + least(power(2, attempts), 300) * interval '1 second' where id = ?",
                    due.id(), String.valueOf(failure.getMessage()));
        }
    }

    private <C extends Effect> void makeTyped(Calls<C> runner, Due due) throws Throwable {
        Class<?> type = Arrays.stream(runner.family().getPermittedSubclasses())
                .filter(c -> c.getSimpleName().equals(due.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown call " + due.kind()));
        C call = runner.family().cast(Json.read(due.body(), type));
        VertxContextSupport.subscribeAndAwait(() -> runner.make(call));
    }

    private List<Due> due() throws SQLException {
        var sql =
                "select id, kind, body, attempts from %s.call where done_at is null and due_at <= now() order by id limit %d"
                        .formatted(schema, BATCH);
        try (var connection = jdbc.getConnection();
                var rows = connection.prepareStatement(sql).executeQuery()) {
            var batch = new ArrayList<Due>();
            while (rows.next()) {
                batch.add(new Due(
                        rows.getLong("id"), rows.getString("kind"), rows.getString("body"), rows.getInt("attempts")));
            }
            return batch;
        }
    }

    private void settle(String sql, long id, String... before) throws SQLException {
        try (Connection connection = jdbc.getConnection();
                var statement = connection.prepareStatement(sql.formatted(schema))) {
            for (int i = 0; i < before.length; i++) {
                statement.setString(i + 1, before[i]);
            }
            statement.setLong(before.length + 1, id);
            statement.executeUpdate();
        }
    }
}
