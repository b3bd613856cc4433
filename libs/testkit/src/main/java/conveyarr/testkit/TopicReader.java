package conveyarr.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a whole topic from its beginning, as a program of somebody else would: no group, committed records only. */
public final class TopicReader {
    private static final Duration LONGEST_READ = Duration.ofSeconds(60);

    private TopicReader() {}

    /** Every record that the topic has now. */
    public static List<ConsumerRecord<String, byte[]>> all(String topic) {
        try (var consumer = fromTheBeginning(topic)) {
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            toTheEnd(consumer, records::add);
            return records;
        }
    }

    /** A reader of the whole topic, for one that holds more than may be kept at once. */
    public static KafkaConsumer<String, byte[]> fromTheBeginning(String topic) {
        var consumer = new KafkaConsumer<String, byte[]>(settings());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /** Goes on from where it is to what is the end now. */
    public static void toTheEnd(KafkaConsumer<String, byte[]> consumer, Consumer<ConsumerRecord<String, byte[]>> each) {
        var ends = consumer.endOffsets(consumer.assignment());
        Instant limit = Instant.now().plus(LONGEST_READ);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (Instant.now().isAfter(limit)) {
                throw new IllegalStateException("the end of the topics is not reached, is a transaction stuck?");
            }
            consumer.poll(Duration.ofMillis(200)).forEach(each);
        }
    }

    private static Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers",
                EmbeddedStack.running().bootstrapServers(),
                "group.id",
                "reader-" + UUID.randomUUID(),
                "isolation.level",
                "read_committed",
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class);
    }

    /** The value of a header as text; empty text when it is absent. */
    public static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The wire names of all events about a media id, in the order of the topic. */
    public static List<String> eventsAbout(String topic, String key) {
        return all(topic).stream()
                .filter(record -> key.equals(record.key()))
                .map(record -> header(record, "ce_type"))
                .toList();
    }
}
