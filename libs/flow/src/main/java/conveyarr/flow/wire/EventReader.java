package conveyarr.flow.wire;

import conveyarr.events.DomainEvent;
import conveyarr.events.EventCatalog;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Hook;
import conveyarr.flow.Received;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads what {@link EventWriter} wrote. All methods throw {@link IllegalArgumentException} for a record that can never be read. */
public final class EventReader {
    private EventReader() {}

    /** Empty when this version does not know the event's name: a newer writer may have more to say. */
    public static <E extends DomainEvent> Optional<Received<E>> read(
            ConsumerRecord<String, byte[]> record, Class<E> family) {
        return EventCatalog.byWireName(Headers.need(record, Headers.TYPE)).map(type -> {
            var event = family.cast(Json.read(value(record), type));
            var recordedAt = Instant.parse(Headers.need(record, Headers.RECORDED_AT));
            var cause = Headers.find(record, Headers.CAUSATION_ID).map(UUID::fromString);
            return new Received<>(event, occurrence(record), recordedAt, cause);
        });
    }

    /** A replayed hook has the receipt of the delivery, as the first time. */
    public static Hook readHook(ConsumerRecord<String, byte[]> record) {
        return new Hook(
                UUID.fromString(
                        Headers.find(record, Headers.REPLAY_OF).orElseGet(() -> Headers.need(record, Headers.ID))),
                Headers.need(record, Headers.SOURCE),
                Instant.parse(Headers.need(record, Headers.TIME)),
                value(record));
    }

    private static Occurrence occurrence(ConsumerRecord<String, byte[]> record) {
        return new Occurrence(
                UUID.fromString(Headers.need(record, Headers.ID)),
                Instant.parse(Headers.need(record, Headers.TIME)),
                Via.of(Headers.find(record, Headers.VIA).orElse("self")),
                Headers.need(record, Headers.SOURCE),
                Headers.find(record, Headers.PAST).filter("true"::equals).isPresent());
    }

    private static byte[] value(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            throw new IllegalArgumentException("the record has no value");
        }
        return record.value();
    }
}
