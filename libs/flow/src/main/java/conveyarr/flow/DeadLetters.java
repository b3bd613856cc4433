package conveyarr.flow;

import conveyarr.flow.wire.Json;
import conveyarr.flow.wire.WireRecord;
import io.agroal.api.AgroalDataSource;
import io.smallrye.mutiny.Uni;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hibernate.reactive.mutiny.Mutiny;

/** The inputs that one service could never handle, and what became of them. */
public record DeadLetters(String schema, AgroalDataSource jdbc) {
    private static final String COLUMNS =
            "select id, topic, partition, \"offset\", key, headers, value, reason, buried_at, settled_at, outcome,"
                    + " note from %s.dead_letter ";

    /** Where it came from. */
    public record Place(String topic, int partition, long offset) {}

    /** What a person did about it. */
    public record Settled(Instant at, String outcome, Optional<String> note) {}

    public record Letter(
            UUID id,
            Place place,
            Optional<String> key,
            Map<String, String> headers,
            byte[] value,
            String reason,
            Instant buriedAt,
            Optional<Settled> settled) {}

    /** In the transaction that puts it on the dead-letter topic. */
    Uni<Void> keep(Mutiny.Session tx, WireRecord buried, ConsumerRecord<String, byte[]> record) {
        var sql = """
                insert into %s.dead_letter (id, topic, partition, "offset", key, headers, value, reason)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) on conflict (id) do nothing""".formatted(schema);
        return tx.createNativeQuery(sql)
                .setParameter(1, buried.id())
                .setParameter(2, record.topic())
                .setParameter(3, record.partition())
                .setParameter(4, record.offset())
                .setParameter(5, buried.key())
                .setParameter(6, Json.write(buried.headers()).replace("\\u0000", ""))
                .setParameter(7, buried.value())
                .setParameter(8, DeadLetter.reason(buried))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Newest first. */
    public List<Letter> newest(int most, boolean onlyOpen) throws SQLException {
        var sql = COLUMNS.formatted(schema) + (onlyOpen ? "where settled_at is null " : "")
                + "order by buried_at desc, id limit ?";
        try (var connection = jdbc.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, most);
            return letters(statement);
        }
    }

    public Optional<Letter> find(UUID id) throws SQLException {
        try (var connection = jdbc.getConnection();
                var statement = connection.prepareStatement(COLUMNS.formatted(schema) + "where id = ?")) {
            statement.setObject(1, id);
            return letters(statement).stream().findFirst();
        }
    }

    /** False when it was settled before; the first word counts. */
    public boolean settle(UUID id, String outcome, String note) throws SQLException {
        var sql =
                "update %s.dead_letter set settled_at = now(), outcome = ?, note = ? where id = ? and settled_at is null"
                        .formatted(schema);
        try (var connection = jdbc.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, outcome);
            statement.setString(2, note);
            statement.setObject(3, id);
            return statement.executeUpdate() == 1;
        }
    }

    private static List<Letter> letters(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var letters = new ArrayList<Letter>();
            while (rows.next()) {
                letters.add(letter(rows));
            }
            return letters;
        }
    }

    private static Letter letter(ResultSet row) throws SQLException {
        var settledAt = Optional.ofNullable(row.getTimestamp("settled_at"));
        String outcome = row.getString("outcome");
        var note = Optional.ofNullable(row.getString("note"));
        return new Letter(
                row.getObject("id", UUID.class),
                new Place(row.getString("topic"), row.getInt("partition"), row.getLong("offset")),
                Optional.ofNullable(row.getString("key")),
                Json.readMap(row.getString("headers")),
                row.getBytes("value"),
                row.getString("reason"),
                row.getTimestamp("buried_at").toInstant(),
                settledAt.map(at -> new Settled(at.toInstant(), outcome, note)));
    }
}
