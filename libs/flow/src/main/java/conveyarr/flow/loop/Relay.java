package conveyarr.flow.loop;

import conveyarr.flow.wire.Json;
import io.agroal.api.AgroalDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Publishes the outbox of one service, at least once and in the order of the queue: reads what is pending, sends it, waits for all
 * acknowledgements, marks it sent. A crash in between sends the batch again, with the same ids.
 */
public final class Relay extends Loop {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int BATCH = 500;

    private final String schema;
    private final AgroalDataSource jdbc;
    private Producer<String, byte[]> producer;

    private record Pending(long seq, ProducerRecord<String, byte[]> record) {}

    private record Sent(long seq, RecordMetadata place) {}

    public Relay(String schema, AgroalDataSource jdbc) {
        super("relay-" + schema, POLL);
        this.schema = schema;
        this.jdbc = jdbc;
    }

    @Override
    boolean work() throws Exception {
        try (var connection = jdbc.getConnection()) {
            List<Pending> batch = pending(connection);
            if (!batch.isEmpty()) {
                markSent(connection, send(batch));
            }
            return batch.size() == BATCH;
        }
    }

    /** After a failed send the producer's state is unknown; the next try begins with a new one. */
    @Override
    void failed() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    @Override
    public void close() {
        super.close();
        failed();
    }

    private List<Pending> pending(Connection connection) throws SQLException {
        var sql = "select seq, topic, key, headers, value from %s.outbox where sent_at is null order by seq limit %d"
                .formatted(schema, BATCH);
        try (var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            var batch = new ArrayList<Pending>();
            while (rows.next()) {
                var record =
                        new ProducerRecord<>(rows.getString("topic"), rows.getString("key"), rows.getBytes("value"));
                Json.readMap(rows.getString("headers"))
                        .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                batch.add(new Pending(rows.getLong("seq"), record));
            }
            return batch;
        }
    }

    private List<Sent> send(List<Pending> batch) throws ExecutionException, InterruptedException {
        if (producer == null) {
            producer = new KafkaProducer<>(KafkaAccess.fromConfig().producer("relay-" + schema));
        }
        var answers = new ArrayList<Future<RecordMetadata>>();
        for (Pending pending : batch) {
            answers.add(producer.send(pending.record()));
        }
        var sent = new ArrayList<Sent>();
        for (int i = 0; i < batch.size(); i++) {
            sent.add(new Sent(batch.get(i).seq(), answers.get(i).get()));
        }
        return sent;
    }

    private void markSent(Connection connection, List<Sent> sent) throws SQLException {
        var sql = "update %s.outbox set sent_at = now(), partition = ?, \"offset\" = ? where seq = ?".formatted(schema);
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement(sql)) {
            for (Sent one : sent) {
                statement.setInt(1, one.place().partition());
                statement.setLong(2, one.place().offset());
                statement.setLong(3, one.seq());
                statement.addBatch();
            }
            statement.executeBatch();
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
