package conveyarr.flow.loop;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/** Where the published rows of one outbox are, as the table has it. */
record PlaceTable(String schema) {
    private static final String AGAIN =
            "update %s.outbox set sent_at = null, batch = null, partition = null, \"offset\" = null where sent_at is"
                    + " not null and ";

    /** By steps through the index: there may be millions of rows, of a handful of topics. */
    Set<String> topics(Connection connection) throws SQLException {
        var sql = "select min(topic) from %s.outbox where sent_at is not null and topic > ?".formatted(schema);
        var topics = new TreeSet<String>();
        try (var statement = connection.prepareStatement(sql)) {
            String next = "";
            while (next != null) {
                statement.setString(1, next);
                try (var rows = statement.executeQuery()) {
                    next = rows.next() ? rows.getString(1) : null;
                }
                if (next != null) {
                    topics.add(next);
                }
            }
        }
        return topics;
    }

    /** The offset of the last row there. */
    OptionalLong highest(Connection connection, TopicPartition place) throws SQLException {
        var sql = """
                select max("offset") from %s.outbox
                where sent_at is not null and topic = ? and partition = ?""".formatted(schema);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, place.topic());
            statement.setInt(2, place.partition());
            try (var rows = statement.executeQuery()) {
                rows.next();
                long offset = rows.getLong(1);
                return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(offset);
            }
        }
    }

    /** Whether the topic is another than the one of that name that we knew; keeps the id. */
    boolean isAnother(Connection connection, String topic, String id) throws SQLException {
        var sql = """
                with before as (select id from %1$s.topic_identity where topic = ?),
                     now as (insert into %1$s.topic_identity (topic, id) values (?, ?)
                             on conflict (topic) do update set id = excluded.id
                             where topic_identity.id <> excluded.id)
                select id <> ? from before""".formatted(schema);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, topic);
            statement.setString(2, topic);
            statement.setString(3, id);
            statement.setString(4, id);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** Puts all rows of a topic back into the queue. */
    int allOf(Connection connection, String topic) throws SQLException {
        try (var statement = connection.prepareStatement(AGAIN.formatted(schema) + "topic = ?")) {
            statement.setString(1, topic);
            return statement.executeUpdate();
        }
    }

    /** Puts the rows of a partition from a place on back into the queue. */
    int from(Connection connection, TopicPartition place, long offset) throws SQLException {
        var sql = AGAIN.formatted(schema) + "topic = ? and partition = ? and \"offset\" >= ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, place.topic());
            statement.setInt(2, place.partition());
            statement.setLong(3, offset);
            return statement.executeUpdate();
        }
    }
}
