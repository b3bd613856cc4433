package conveyarr.flow.loop;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** What of one outbox waits: looked at once a second at most, because everybody may ask at any time. */
public final class Backlog {
    private static final Duration EVERY = Duration.ofSeconds(1);

    static final String SIZES = """
            select case when few.rows < 10000 then few.rows else last.seq - first.seq + 1 end,
                coalesce(extract(epoch from now() - first.written_at), 0),
                (select count(*) from %1$s.outbox where sent_at is null and parked_at is not null)
            from (select count(*) as rows from (
                    select from %1$s.outbox where sent_at is null and parked_at is null limit 10000) counted) few
            left join (select seq, written_at from %1$s.outbox
                where sent_at is null and parked_at is null order by seq limit 1) first on true
            left join (select seq from %1$s.outbox
                where sent_at is null and parked_at is null order by seq desc limit 1) last on true""";

    private final String schema;
    private long lookedAt = System.nanoTime() - EVERY.toNanos();
    private volatile Sizes sizes = new Sizes(0, 0, 0);

    /**
     * How many rows wait, for how many seconds the oldest does, and how many the broker refused. Many that wait are not counted, which would
     * take longer than to send them: they are taken from their numbers, whose gaps count then.
     */
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
        try (var statement = connection.prepareStatement(SIZES.formatted(schema));
                var rows = statement.executeQuery()) {
            rows.next();
            sizes = new Sizes(rows.getLong(1), rows.getDouble(2), rows.getLong(3));
        }
    }
}
