package conveyarr.flow;

import conveyarr.events.EventId;
import conveyarr.events.Topics;
import conveyarr.flow.wire.Headers;
import conveyarr.flow.wire.WireRecord;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What becomes of a record that a service can never handle: the same bytes on the service's dead-letter topic, with the reason. */
final class DeadLetter {
    private static final int LONGEST_REASON = 500;

    private DeadLetter() {}

    /** Whatever the record is, this must not fail: a record that can be neither handled nor buried would stop its partition. */
    static WireRecord of(String service, ConsumerRecord<String, byte[]> record, Throwable failure) {
        var headers = new HashMap<String, String>();
        record.headers().forEach(header -> {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        headers.put("dead_topic", record.topic());
        headers.put("dead_partition", Integer.toString(record.partition()));
        headers.put("dead_offset", Long.toString(record.offset()));
        headers.put(
                Headers.DEAD_REASON,
                shortened(String.valueOf(failure.getMessage()).replace("\0", "")));
        UUID place = UUID.nameUUIDFromBytes(
                (record.topic() + record.partition() + "@" + record.offset()).getBytes(StandardCharsets.UTF_8));
        String key = record.key() == null ? "none" : record.key().replace("\0", "");
        byte[] value = record.value() == null ? new byte[0] : record.value();
        return new WireRecord(EventId.of(place, service), Topics.dead(service), key, headers, value);
    }

    static String reason(WireRecord buried) {
        return buried.headers().get(Headers.DEAD_REASON);
    }

    /** The record as it was, with a mark that it is handed over once more. */
    static ConsumerRecord<String, byte[]> again(DeadLetters.Letter letter) {
        var at = letter.place();
        var record = new ConsumerRecord<>(
                at.topic(), at.partition(), at.offset(), letter.key().orElse(null), letter.value());
        letter.headers().forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        record.headers().add(Headers.DEAD_REPLAY, letter.id().toString().getBytes(StandardCharsets.UTF_8));
        return record;
    }

    static boolean isReplay(ConsumerRecord<?, ?> record) {
        return Headers.find(record, Headers.DEAD_REPLAY).isPresent();
    }

    private static String shortened(String reason) {
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }
}
