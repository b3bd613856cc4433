package conveyarr.testkit;

import conveyarr.events.DomainEvent;
import conveyarr.events.Occurrence;
import conveyarr.events.Topics;
import conveyarr.flow.Hook;
import conveyarr.flow.wire.EventWriter;
import conveyarr.flow.wire.WireRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to the topics in the place of a service that the test does not run. */
public final class TopicWriter {
    private TopicWriter() {}

    /** The event as its service would tell it. */
    public static void tell(DomainEvent event, Occurrence occurrence) {
        send(EventWriter.write(event, occurrence, occurrence.id(), occurrence.at()));
    }

    /** A raw hook as the gateway would pass it on. */
    public static void pass(Hook hook) {
        send(EventWriter.write(hook, Topics.HOOKS));
    }

    /** Many events, each with its occurrence; in no order. */
    public static void tellAll(Map<DomainEvent, Occurrence> events) {
        send(events.entrySet().stream()
                .map(entry -> {
                    var occurrence = entry.getValue();
                    return EventWriter.write(entry.getKey(), occurrence, occurrence.id(), occurrence.at());
                })
                .toList());
    }

    /** Any record; returns once the broker has it. */
    public static void send(WireRecord wire) {
        send(List.of(wire));
    }

    private static void send(List<WireRecord> wires) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                EmbeddedStack.running().bootstrapServers(),
                "acks",
                "all",
                "key.serializer",
                StringSerializer.class,
                "value.serializer",
                ByteArraySerializer.class);
        try (var producer = new KafkaProducer<String, byte[]>(settings)) {
            var answers =
                    wires.stream().map(wire -> producer.send(record(wire))).toList();
            for (var answer : answers) {
                answer.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not take the record", e);
        }
    }

    private static ProducerRecord<String, byte[]> record(WireRecord wire) {
        var record = new ProducerRecord<>(wire.topic(), wire.key(), wire.value());
        wire.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
