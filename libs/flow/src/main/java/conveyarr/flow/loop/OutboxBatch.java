package conveyarr.flow.loop;

import conveyarr.flow.wire.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** The outbox table as the relay uses it: claim, settle. A batch that was claimed keeps its rows and its number until it is settled. */
record OutboxBatch(long number, List<Row> rows) {
    static final int MOST = 500;
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    record Row(long seq, ProducerRecord<String, byte[]> record) {}

    record Sent(long seq, RecordMetadata place) {}

    static boolean isAnythingPending(Connection connection, String schema) throws SQLException {
        var sql =
                "select exists (select 1 from %s.outbox where sent_at is null and parked_at is null)".formatted(schema);
        try (var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    static final String CLAIM = """
            with open as (select min(batch) as batch from %1$s.outbox where sent_at is null and parked_at is null and batch is not null),
                 fresh as (select nextval('%1$s.outbox_batch') as batch from open where open.batch is null),
                 oldest as (select seq, octet_length(value) as size from %1$s.outbox where sent_at is null and parked_at is null order by seq limit %2$d),
                 chosen as (select seq from (select seq, sum(size) over (order by seq) - size as before from oldest) o
                            where before < %3$d),
                 claimed as (update %1$s.outbox o set batch = fresh.batch from fresh
                             where o.seq = any (array(select seq from chosen)) and o.batch is null and o.sent_at is null
                             returning o.batch, o.seq, o.topic, o.key, o.headers, o.value)
            select * from claimed
            union all
            select o.batch, o.seq, o.topic, o.key, o.headers, o.value from %1$s.outbox o, open
            where o.batch = open.batch and o.sent_at is null and o.parked_at is null
            order by seq""";

    /** Whether the one who claims may do so. */
    interface Right {
        boolean holds() throws SQLException;
    }

    /** The oldest unsettled claim, or a new claim of {@code most} pending rows; empty when there is nothing or no right to it. */
    static OutboxBatch claim(Connection connection, String schema, int most, Right right) throws SQLException {
        return inTransaction(
                connection, () -> right.holds() ? claim(connection, schema, most) : new OutboxBatch(0, List.of()));
    }

    private static OutboxBatch claim(Connection connection, String schema, int most) throws SQLException {
        try (var statement = connection.prepareStatement(CLAIM.formatted(schema, most, MOST_BYTES));
                var rows = statement.executeQuery()) {
            long number = 0;
            var found = new ArrayList<Row>();
            while (rows.next()) {
                number = rows.getLong("batch");
                found.add(row(rows));
            }
            return new OutboxBatch(number, found);
        }
    }

    /** Keeps the claim of its first {@code kept} rows only: the others wait to be claimed again. */
    void letGoBehind(int kept, Connection connection, String schema, Right right) throws SQLException {
        inTransaction(connection, () -> right.holds() && letGoBehind(rows.get(kept - 1), connection, schema));
    }

    private boolean letGoBehind(Row last, Connection connection, String schema) throws SQLException {
        var sql = "update %s.outbox set batch = null where batch = ? and seq > ? and sent_at is null".formatted(schema);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, number);
            statement.setLong(2, last.seq());
            return statement.executeUpdate() > 0;
        }
    }

    private interface Work<T> {
        T done() throws SQLException;
    }

    private static <T> T inTransaction(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.done();
            connection.commit();
            return result;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static Row row(ResultSet rows) throws SQLException {
        var record = new ProducerRecord<>(rows.getString("topic"), rows.getString("key"), rows.getBytes("value"));
        Json.readMap(rows.getString("headers"))
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new Row(rows.getLong("seq"), record);
    }

    /**
     * What was claimed up to the last number that the broker knows is on the topics, though nobody knows any more where. New claims get
     * higher numbers, also in a database that is younger than the broker's memory.
     */
    static void takeOver(Connection connection, String schema, long lastCommitted) throws SQLException {
        var sql = """
                update %1$s.outbox set sent_at = now() where sent_at is null and parked_at is null and batch <= %2$d;
                select setval('%1$s.outbox_batch', %2$d) from %1$s.outbox_batch where last_value <= %2$d""";
        try (var statement = connection.createStatement()) {
            statement.execute(sql.formatted(schema, lastCommitted));
        }
    }

    /** Marks the rows as sent, with their places. */
    static void settle(Connection connection, String schema, List<Sent> sent) throws SQLException {
        var sql = """
                update %s.outbox o set sent_at = now(), partition = place.partition, "offset" = place.place
                from unnest(?::bigint[], ?::int[], ?::bigint[]) as place(seq, partition, place) where o.seq = place.seq""".formatted(schema);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", sent.stream().map(Sent::seq).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "int",
                            sent.stream().map(one -> one.place().partition()).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint",
                            sent.stream().map(one -> one.place().offset()).toArray()));
            statement.executeUpdate();
        }
    }
}
