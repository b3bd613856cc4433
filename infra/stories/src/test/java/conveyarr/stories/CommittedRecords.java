package conveyarr.stories;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What a foreign reader of committed records finds on the topics. */
final class CommittedRecords {
    private static final Duration LONGEST_READ = Duration.ofSeconds(60);

    private static final List<String> TOPICS = List.of(
            "conveyarr.hooks",
            "conveyarr.requests",
            "conveyarr.acquisitions",
            "conveyarr.downloads",
            "conveyarr.library",
            "conveyarr.notifications",
            "conveyarr.health");

    private CommittedRecords() {}

    /** Topic and {@code ce_id} of every record. */
    static List<String> ids(String bootstrapServers) {
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
            List<TopicPartition> partitions = TOPICS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var ids = new ArrayList<String>();
            Instant limit = Instant.now().plus(LONGEST_READ);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (Instant.now().isAfter(limit)) {
                    throw new IllegalStateException("the end of the topics is not reached, is a transaction stuck?");
                }
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> ids.add(record.topic() + " "
                                + new String(
                                        record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8)));
            }
            return ids;
        }
    }
}
