package conveyarr.health.in;

import conveyarr.events.Topics;
import conveyarr.health.timeline.Entry;
import conveyarr.health.timeline.Timeline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jboss.logging.Logger;

/**
 * All events about media, gathered into one timeline per media id. The topics are partitioned alike, so a title's events meet without being
 * moved. The store lives in memory and is restored from its changelog.
 */
@ApplicationScoped
class TimelineTopology {
    static final String STORE = "timelines";

    /** What the topic and the changelog take. */
    private static final int LARGEST = 2 * 1024 * 1024;

    /** Leaves some for key and headers. */
    private static final int ROOM = LARGEST - 16 * 1024;

    /** So few entries never fill a record, since their texts are cut. */
    private static final int SURELY_FITS = 100;

    private static final Logger LOGGER = Logger.getLogger(TimelineTopology.class);

    @Produces
    Topology topology() {
        var builder = new StreamsBuilder();
        var remembered = new Remembered();
        builder.stream(
                        Topics.MEDIA,
                        Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("media-events"))
                .processValues(EntryReader::new, Named.as("read-event"))
                .filter((_, entry) -> entry != null, Named.as("about-media"))
                .groupByKey(Grouped.<String, Entry>as("by-media").withKeySerde(Serdes.String()))
                .aggregate(
                        () -> null,
                        (key, entry, before) -> add(key, entry, before, timeline -> remembered.tell(timeline).length),
                        Named.as("add-to-timeline"),
                        store(remembered))
                .toStream(Named.as("changed-timelines"))
                .mapValues(remembered::tell, Named.as("write-timeline"))
                .to(
                        Topics.TIMELINES,
                        Produced.with(Serdes.String(), Serdes.ByteArray()).withName("timelines"));
        return builder.build();
    }

    private static Materialized<String, Timeline, KeyValueStore<Bytes, byte[]>> store(Remembered remembered) {
        return Materialized.<String, Timeline>as(Stores.inMemoryKeyValueStore(STORE))
                .withKeySerde(Serdes.String())
                .withValueSerde(remembered.serde())
                .withCachingEnabled()
                .withLoggingEnabled(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST)));
    }

    /** {@code size} is how many bytes the record on the topic takes. */
    static Timeline add(String key, Entry entry, Timeline before, ToIntFunction<Timeline> size) {
        var timeline = before == null ? Timeline.of(EntryReader.media(entry)) : before;
        Timeline next = timeline.with(entry);
        while (next.entries().size() > SURELY_FITS && size.applyAsInt(next) > ROOM) {
            LOGGER.warnf(
                    "timeline.shortened media=%s entries=%d",
                    key, next.entries().size());
            next = next.shorter();
        }
        return next;
    }
}
