package conveyarr.health.in;

import conveyarr.events.DomainEvent;
import conveyarr.events.MediaId;
import conveyarr.flow.Received;
import conveyarr.flow.wire.EventReader;
import conveyarr.health.timeline.Entry;
import conveyarr.health.timeline.Entry.Place;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jboss.logging.Logger;

/**
 * Takes an event off the topics. What cannot be read is logged and passed over: a timeline with a gap is better than none, and the record
 * stays on its topic.
 */
final class EntryReader extends ContextualFixedKeyProcessor<String, byte[], Entry> {
    private static final Logger LOGGER = Logger.getLogger(EntryReader.class);
    private static final Place NOWHERE = new Place("?", -1, -1);

    private final Pace pace = new Pace();

    @Override
    public void init(FixedKeyProcessorContext<String, Entry> context) {
        super.init(context);
        context.schedule(Pace.SOON, PunctuationType.WALL_CLOCK_TIME, _ -> {
            if (pace.isDue()) {
                context.commit();
            }
        });
    }

    @Override
    public void process(FixedKeyRecord<String, byte[]> record) {
        Place place = context()
                .recordMetadata()
                .map(at -> new Place(at.topic(), at.partition(), at.offset()))
                .orElse(NOWHERE);
        read(record, place).ifPresent(entry -> {
            pace.saw(entry.recordedAt(), Instant.now());
            context().forward(record.withValue(entry));
        });
    }

    static MediaId media(Entry entry) {
        return (MediaId) entry.event().about();
    }

    private static Optional<Entry> read(FixedKeyRecord<String, byte[]> record, Place place) {
        try {
            return EventReader.read(consumed(record, place), DomainEvent.class)
                    .filter(received -> received.event().about() instanceof MediaId media
                            && media.key().equals(record.key()))
                    .map(received -> entry(received, place));
        } catch (RuntimeException e) {
            LOGGER.warnf(
                    "timeline.skipped topic=%s partition=%d offset=%d cause=%s",
                    place.topic(), place.partition(), place.offset(), e.getMessage());
            return Optional.empty();
        }
    }

    private static Entry entry(Received<DomainEvent> received, Place place) {
        return new Entry(received.event(), received.occurrence(), received.recordedAt(), received.cause(), place);
    }

    private static ConsumerRecord<String, byte[]> consumed(FixedKeyRecord<String, byte[]> record, Place place) {
        return new ConsumerRecord<>(
                place.topic(),
                place.partition(),
                place.offset(),
                record.timestamp(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty());
    }
}
