package conveyarr.flow.loop;

import conveyarr.flow.loop.OutboxBatch.Right;
import conveyarr.flow.loop.OutboxBatch.Sent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Finds published rows that the broker has lost, and puts them back into the queue. A broker does not write through to the disk, so one that
 * lost its power may lack its tail: the end of a partition lies before places that it has confirmed. A topic that was deleted and made again
 * has another id. Rows are kept for 7 days for this.
 */
final class Losses {
    private static final Logger LOGGER = Logger.getLogger(Losses.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final String schema;
    private final PlaceTable places;
    private final Map<TopicPartition, Long> highest = new HashMap<>();
    private long lookedAt;
    private volatile boolean begun;

    Losses(String schema) {
        this.schema = schema;
        this.places = new PlaceTable(schema);
    }

    /** A new turn begins with a look. */
    void begin() {
        begun = false;
    }

    boolean looked() {
        return begun;
    }

    boolean isDue() {
        return !begun || System.nanoTime() - lookedAt > EVERY.toNanos();
    }

    /** Compares what we know of the topics with what the broker has. */
    void repair(Connection connection, Right right) throws SQLException, ExecutionException, InterruptedException {
        var ends = BrokerEnds.of(KafkaAccess.fromConfig(), places.topics(connection));
        highest.clear();
        for (TopicPartition place : ends.ends().keySet()) {
            places.highest(connection, place).ifPresent(offset -> highest.put(place, offset));
        }
        connection.setAutoCommit(false);
        try {
            if (right.holds()) {
                putBack(connection, ends);
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
        begun = true;
        lookedAt = System.nanoTime();
    }

    private void putBack(Connection connection, BrokerEnds ends) throws SQLException {
        for (var topic : ends.ids().entrySet()) {
            if (places.isAnother(connection, topic.getKey(), topic.getValue())) {
                again(places.allOf(connection, topic.getKey()), topic.getKey() + ", which was made anew");
                highest.keySet().removeIf(place -> place.topic().equals(topic.getKey()));
            }
        }
        for (var end : ends.ends().entrySet()) {
            lostFrom(connection, end.getKey(), end.getValue());
        }
    }

    /** A broker that lost its tail and was written to at once gives places that it has given before. */
    void compare(Connection connection, List<Sent> sent) throws SQLException {
        for (Sent one : sent) {
            var place = new TopicPartition(one.place().topic(), one.place().partition());
            lostFrom(connection, place, one.place().offset());
            highest.merge(place, one.place().offset(), Math::max);
        }
    }

    private void lostFrom(Connection connection, TopicPartition place, long end) throws SQLException {
        Long known = highest.get(place);
        if (known != null && known >= end) {
            again(places.from(connection, place, end), "%s from offset %d on".formatted(place, end));
            highest.put(place, end - 1);
        }
    }

    private void again(int rows, String where) {
        if (rows > 0) {
            LOGGER.errorf("outbox.published again schema=%s rows=%d: the broker lost them of %s", schema, rows, where);
        }
    }
}
