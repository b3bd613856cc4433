package conveyarr.health.in;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.AcquisitionEvent.AcquisitionRemoved;
import conveyarr.events.AcquisitionEvent.AcquisitionStarted;
import conveyarr.events.AcquisitionEvent.CauseFound;
import conveyarr.events.MediaId;
import conveyarr.events.Topics;
import conveyarr.flow.wire.WireRecord;
import conveyarr.health.Told;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** All timelines built anew from the topics are those that were there, whichever topic is read first, and nothing else comes of it. */
class RebuildTest {
    private static final List<WireRecord> EVENTS = IntStream.range(600, 630)
            .boxed()
            .flatMap(number -> lives(MediaId.movie(number)))
            .map(Told::wire)
            .toList();

    @Test
    void whichever_topic_is_read_first_the_same_bytes_come_out() {
        String before = hash(rebuilt(EVENTS));
        for (int seed = 0; seed < 5; seed++) {
            assertThat(hash(rebuilt(interleaved(EVENTS, new Random(seed))))).isEqualTo(before);
        }
        var fewer = EVENTS.subList(0, EVENTS.size() - 1);
        assertThat(hash(rebuilt(fewer))).isNotEqualTo(before);
    }

    @Test
    void it_writes_to_the_topic_of_timelines_alone() {
        var sinks = new TimelineTopology()
                .topology().describe().subtopologies().stream()
                        .flatMap(part -> part.nodes().stream())
                        .filter(Sink.class::isInstance)
                        .map(node -> ((Sink) node).topic());
        assertThat(sinks).containsExactly(Topics.TIMELINES);
    }

    /** From the request to the shelf, taken off the list, and wanted again in vain. */
    static Stream<Told> lives(MediaId movie) {
        String title = "Movie " + movie.value();
        var later = List.of(
                Told.at(60, new AcquisitionRemoved(movie, "radarr", true), "radarr"),
                Told.at(90, new AcquisitionStarted(movie, "radarr", title, Optional.of(1999)), "radarr"),
                Told.at(
                        95,
                        new CauseFound(
                                movie, "radarr", "REJECTED", "none fits", "radarr", true, Told.minute(95), "", ""),
                        "radarr"));
        return Stream.concat(Told.life(movie, title).stream(), later.stream());
    }

    /** As a reader of several topics may get them: each topic in its order. */
    private static List<WireRecord> interleaved(List<WireRecord> events, Random random) {
        var topics = new ArrayList<Deque<WireRecord>>(events.stream()
                .collect(Collectors.groupingBy(
                        WireRecord::topic, TreeMap::new, Collectors.toCollection(ArrayDeque::new)))
                .values());
        var read = new ArrayList<WireRecord>();
        while (!topics.isEmpty()) {
            var topic = topics.get(random.nextInt(topics.size()));
            read.add(topic.removeFirst());
            topics.removeIf(Deque::isEmpty);
        }
        return read;
    }

    private static TreeMap<String, byte[]> rebuilt(List<WireRecord> events) {
        var timelines = new TreeMap<String, byte[]>();
        try (var driver = new TopologyTestDriver(new TimelineTopology().topology(), settings())) {
            events.forEach(event -> write(driver, event));
            driver.createOutputTopic(Topics.TIMELINES, new StringDeserializer(), new ByteArrayDeserializer())
                    .readKeyValuesToList()
                    .forEach(told -> timelines.put(told.key, told.value));
        }
        return timelines;
    }

    static void write(TopologyTestDriver driver, WireRecord event) {
        var headers = new RecordHeaders();
        event.headers().forEach((name, text) -> headers.add(name, text.getBytes(StandardCharsets.UTF_8)));
        driver.createInputTopic(event.topic(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(event.key(), event.value(), headers));
    }

    private static String hash(TreeMap<String, byte[]> timelines) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            timelines.forEach((key, value) -> {
                sha.update(key.getBytes(StandardCharsets.UTF_8));
                sha.update(value);
            });
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Properties settings() {
        var settings = new Properties();
        settings.put("application.id", "rebuild");
        settings.put("bootstrap.servers", "none:1");
        return settings;
    }
}
