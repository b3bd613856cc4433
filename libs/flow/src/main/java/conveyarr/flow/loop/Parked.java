package conveyarr.flow.loop;

import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The rows of one outbox that the broker refused for good. Rows of the same key that were written later have gone on without them. */
public record Parked(String schema, AgroalDataSource jdbc) {

    public record Row(long seq, UUID event, String topic, String key, String reason, Instant parkedAt) {}

    public List<Row> rows() throws SQLException {
        var sql = """
                select seq, event_id, topic, key, parked_reason, parked_at from %s.outbox
                where sent_at is null and parked_at is not null order by seq limit 500""".formatted(schema);
        try (var connection = jdbc.getConnection();
                var statement = connection.prepareStatement(sql);
                var found = statement.executeQuery()) {
            var rows = new ArrayList<Row>();
            while (found.next()) {
                rows.add(new Row(
                        found.getLong(1),
                        found.getObject(2, UUID.class),
                        found.getString(3),
                        found.getString(4),
                        found.getString(5),
                        found.getTimestamp(6).toInstant()));
            }
            return rows;
        }
    }

    /** Puts a row back into the queue, behind nobody: its place is that of its writing. False when it is not parked. */
    public boolean release(long seq) throws SQLException {
        var sql =
                "update %s.outbox set parked_at = null, parked_reason = null where seq = ? and parked_at is not null and sent_at is null"
                        .formatted(schema);
        try (var connection = jdbc.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, seq);
            return statement.executeUpdate() == 1;
        }
    }
}
