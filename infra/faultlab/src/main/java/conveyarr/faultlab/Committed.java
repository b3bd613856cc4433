package conveyarr.faultlab;

import conveyarr.bench.HookBody;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all committed records of all topics of Conveyarr. */
final class Committed {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final String TOPICS =
            "conveyarr\\.(hooks|requests|acquisitions|downloads|library|notifications|health)";

    private Committed() {}

    static List<Seen> read(String bootstrapServers) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "key.deserializer",
                ByteArrayDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class);
        try (var consumer = new KafkaConsumer<byte[], byte[]>(settings)) {
            var partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> topic.getKey().matches(TOPICS))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return toTheEnd(consumer, consumer.endOffsets(partitions));
        }
    }

    private static List<Seen> toTheEnd(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        var all = new ArrayList<Seen>();
        long limit = System.nanoTime() + LONGEST.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("the end of the topics is not reached, is a transaction stuck?");
            }
            consumer.poll(Duration.ofMillis(200)).forEach(record -> all.add(seen(record)));
        }
        return all;
    }

    private static Seen seen(ConsumerRecord<byte[], byte[]> record) {
        String original = header(record, "originalsha256");
        return new Seen(
                record.topic(),
                header(record, "ce_type"),
                header(record, "ce_id"),
                HookBody.number(record.value()),
                original.isEmpty() ? Digests.sha256(record.value()) : original);
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
