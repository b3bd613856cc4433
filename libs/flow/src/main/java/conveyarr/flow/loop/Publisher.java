package conveyarr.flow.loop;

import conveyarr.events.Topics;
import conveyarr.flow.loop.OutboxBatch.Row;
import conveyarr.flow.loop.OutboxBatch.Sent;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Publishes batches, each in one Kafka transaction together with a marker that carries the number of the batch. After a crash the marker
 * tells whether the last batch is on the topics. A new publisher of the same name shuts its predecessor out (the broker fences it).
 */
final class Publisher implements AutoCloseable {
    private static final TopicPartition MARKERS = new TopicPartition(Topics.RELAYS, 0);

    private final String name;
    private final KafkaAccess kafka;
    private final KafkaProducer<String, byte[]> producer;

    private Publisher(String name, KafkaAccess kafka, KafkaProducer<String, byte[]> producer) {
        this.name = name;
        this.kafka = kafka;
        this.producer = producer;
    }

    /** Returns once no earlier publisher of this name can commit any more. */
    static Publisher open(String name, KafkaAccess kafka) {
        var producer = new KafkaProducer<String, byte[]>(kafka.transactionalProducer(name));
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
        return new Publisher(name, kafka, producer);
    }

    /** The number of the last batch that is on the topics; 0 when there is none. */
    long lastCommitted() {
        try (var consumer = new KafkaConsumer<String, byte[]>(kafka.reader())) {
            consumer.assign(List.of(MARKERS));
            consumer.seekToBeginning(List.of(MARKERS));
            long end = consumer.endOffsets(List.of(MARKERS)).get(MARKERS);
            long last = 0;
            while (consumer.position(MARKERS) < end) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    last = name.equals(record.key())
                            ? ByteBuffer.wrap(record.value()).getLong()
                            : last;
                }
            }
            return last;
        }
    }

    /** All of the batch is on the topics, or none of it. After a failure this publisher must not be used again. */
    List<Sent> publish(OutboxBatch batch) throws ExecutionException, InterruptedException {
        producer.beginTransaction();
        var answers = new ArrayList<Future<RecordMetadata>>();
        for (Row row : batch.rows()) {
            answers.add(producer.send(row.record()));
        }
        producer.send(new ProducerRecord<>(
                Topics.RELAYS,
                0,
                name,
                ByteBuffer.allocate(Long.BYTES).putLong(batch.number()).array()));
        producer.commitTransaction();
        var sent = new ArrayList<Sent>();
        for (int i = 0; i < answers.size(); i++) {
            sent.add(new Sent(batch.rows().get(i).seq(), answers.get(i).get()));
        }
        return sent;
    }

    /** Without a word to the broker: the next publisher of this name ends what is open. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
