package conveyarr.flow.loop;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** What of one outbox waits: looked at once a second at most, because everybody may ask at any time. */
public final class Backlog {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final String schema;
    private long lookedAt = System.nanoTime() - EVERY.toNanos();
    private volatile Sizes sizes = new Sizes(0, 0, 0);

    /** How many rows wait, for how many seconds the oldest does, and how many the broker refused. */
    public record Sizes(long pending, double oldestSeconds, long parked) {}

    Backlog(String schema) {
        this.schema = schema;
    }

    public Sizes sizes() {
        return sizes;
    }

    void look(Connection connection) throws SQLException {
        if (System.nanoTime() - lookedAt < EVERY.toNanos()) {
            return;
        }
        lookedAt = System.nanoTime();
        var sql = """
                select count(*) filter (where parked_at is null),
                    coalesce(extract(epoch from now() - min(written_at) filter (where parked_at is null)), 0),
                    count(*) filter (where parked_at is not null)
                from %s.outbox where sent_at is null""".formatted(schema);
        try (var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            rows.next();
            sizes = new Sizes(rows.getLong(1), rows.getDouble(2), rows.getLong(3));
        }
    }
}
