package conveyarr.flow.loop;

import conveyarr.events.Topics;
import conveyarr.flow.loop.OutboxBatch.Row;
import conveyarr.flow.loop.OutboxBatch.Sent;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Publishes batches, each in one Kafka transaction together with a marker that carries the number of the batch. After a crash the marker
 * tells whether the last batch is on the topics. A new publisher of the same name shuts its predecessor out (the broker fences it).
 */
final class Publisher implements AutoCloseable {
    /**
     * Each service has a marker partition of its own: an open transaction hides what was committed behind it in the same partition, so a
     * service that died in the middle of one would hide the markers of the others.
     */
    private static final List<String> SERVICES =
            List.of("request", "acquisition", "download", "library", "notification", "health");

    static final int MARKERS = SERVICES.size();
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(20);

    private final TopicPartition markers;
    private final KafkaAccess kafka;
    private final KafkaProducer<String, byte[]> producer;

    private Publisher(TopicPartition markers, KafkaAccess kafka, KafkaProducer<String, byte[]> producer) {
        this.markers = markers;
        this.kafka = kafka;
        this.producer = producer;
    }

    /** Returns once no earlier publisher of this service can commit any more. */
    static Publisher open(String schema, KafkaAccess kafka) {
        var markers = new TopicPartition(Topics.RELAYS, SERVICES.indexOf(schema));
        var producer = new KafkaProducer<String, byte[]>(kafka.transactionalProducer("relay-" + schema));
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
        return new Publisher(markers, kafka, producer);
    }

    /** The number of the last batch that is on the topics; 0 when there is none. Throws {@link TimeoutException} when the broker is slow. */
    long lastCommitted() {
        try (var consumer = new KafkaConsumer<String, byte[]>(kafka.reader())) {
            consumer.assign(List.of(markers));
            consumer.seekToBeginning(List.of(markers));
            long end = consumer.endOffsets(List.of(markers)).get(markers);
            Instant limit = Instant.now().plus(LONGEST_LOOK);
            long last = 0;
            while (consumer.position(markers) < end) {
                if (Instant.now().isAfter(limit)) {
                    throw new TimeoutException("the marker of the last batch cannot be read");
                }
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    last = ByteBuffer.wrap(record.value()).getLong();
                }
            }
            return last;
        }
    }

    /**
     * All of the batch is on the topics, or none of it. After a failure this publisher must not be used again. {@link Refused} names the row
     * that will never be taken, {@link OneIsRefused} says that there is one among several.
     */
    List<Sent> publish(OutboxBatch batch) throws ExecutionException, InterruptedException {
        var answers = new ArrayList<Future<RecordMetadata>>();
        try {
            send(batch, answers);
        } catch (Refused e) {
            throw e;
        } catch (RuntimeException e) {
            throw refused(batch, answers).orElse(e);
        }
        var sent = new ArrayList<Sent>();
        for (int i = 0; i < answers.size(); i++) {
            sent.add(new Sent(batch.rows().get(i).seq(), answers.get(i).get()));
        }
        return sent;
    }

    private void send(OutboxBatch batch, List<Future<RecordMetadata>> answers) {
        producer.beginTransaction();
        for (Row row : batch.rows()) {
            var answer = producer.send(row.record());
            answers.add(answer);
            // Asked at once: a moment later the rows before it, which it takes with it, may have its reason as theirs.
            Refused.reason(answer).ifPresent(why -> {
                throw new Refused(row.seq(), why);
            });
        }
        producer.send(new ProducerRecord<>(
                markers.topic(),
                markers.partition(),
                "batch",
                ByteBuffer.allocate(Long.BYTES).putLong(batch.number()).array()));
        producer.commitTransaction();
    }

    /** What the broker refuses fails all of its transaction, with its reason for each of the rows: only a row that went alone is known. */
    private static Optional<RuntimeException> refused(OutboxBatch batch, List<Future<RecordMetadata>> answers) {
        return answers.stream()
                .flatMap(answer -> Refused.reason(answer).stream())
                .findFirst()
                .map(why -> batch.rows().size() == 1
                        ? new Refused(batch.rows().getFirst().seq(), why)
                        : new OneIsRefused(why));
    }

    /** Nothing of the batch is on the topics, and will not be as long as all of it is sent together. */
    static final class OneIsRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private OneIsRefused(String reason) {
            super(reason);
        }
    }

    /** Without a word to the broker: the next publisher of this service ends what is open. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
