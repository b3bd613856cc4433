package conveyarr.flow.loop;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The right to do what only one process may do at a time: a row that its holder renews, judged by the clock of the database. The epoch grows
 * with every change of the holder, so that a holder who slept can be told from the one after it.
 */
final class Lease {

    private final String schema;
    private final String name;
    private final Duration life;
    private final String holder = UUID.randomUUID().toString();
    private OptionalLong epoch = OptionalLong.empty();
    private long renewedAt;

    /** {@code life} is how long a holder that was killed keeps others waiting. */
    Lease(String schema, String name, Duration life) {
        this.schema = schema;
        this.name = name;
        this.life = life;
    }

    String holder() {
        return holder;
    }

    /**
     * The same as {@link #hold}, asked of the database only when a quarter of its life has passed since. Whoever acts on it confirms it in the
     * transaction that matters.
     */
    OptionalLong keep(Connection connection) throws SQLException {
        boolean fresh = System.nanoTime() - renewedAt < life.dividedBy(4).toNanos();
        if (epoch.isEmpty() || !fresh) {
            long now = System.nanoTime();
            epoch = hold(connection);
            renewedAt = now;
        }
        return epoch;
    }

    /** The epoch of our holding; empty while somebody else holds it. */
    OptionalLong hold(Connection connection) throws SQLException {
        var sql = """
                insert into %1$s.lease as held (name, holder, epoch, until) values (?, ?, 1, now() + ? * interval '1 millisecond')
                on conflict (name) do update set
                    epoch = held.epoch + case when held.holder = excluded.holder then 0 else 1 end,
                    holder = excluded.holder,
                    until = excluded.until
                where held.holder = excluded.holder or held.until < now()
                returning epoch""".formatted(schema);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.setString(2, holder);
            statement.setLong(3, life.toMillis());
            try (var rows = statement.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** Whether it is still ours in this epoch; nobody else can take it before the running transaction ends. */
    boolean confirm(Connection connection, long epoch) throws SQLException {
        return isOurs(connection, epoch, "for update");
    }

    /**
     * Whether it was ours in this epoch a moment ago: as much as {@link #confirm} says outside of a transaction, where its lock ends with the
     * statement. But it writes nothing, and nobody queues up for the row.
     */
    boolean isOurs(Connection connection, long epoch) throws SQLException {
        return isOurs(connection, epoch, "");
    }

    private boolean isOurs(Connection connection, long epoch, String lock) throws SQLException {
        var sql = "select 1 from %s.lease where name = ? and holder = ? and epoch = ? %s".formatted(schema, lock);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.setString(2, holder);
            statement.setLong(3, epoch);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Lets the next one in at once. */
    void letGo(Connection connection) throws SQLException {
        epoch = OptionalLong.empty();
        var sql = "update %s.lease set until = now() where name = ? and holder = ?".formatted(schema);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.setString(2, holder);
            statement.executeUpdate();
        }
    }
}
