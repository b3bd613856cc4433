package conveyarr.health.in;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.AcquisitionEvent.ReleaseFailed;
import conveyarr.events.ComponentId;
import conveyarr.events.MediaId;
import conveyarr.events.NotificationEvent.NotificationSent;
import conveyarr.events.Topics;
import conveyarr.flow.wire.WireRecord;
import conveyarr.health.Told;
import conveyarr.health.timeline.Entry;
import conveyarr.health.timeline.Stage;
import conveyarr.health.timeline.Timeline;
import conveyarr.health.wire.TimelineJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimelineTopologyTest {
    private static final MediaId MATRIX = MediaId.movie(603);
    private final TopologyTestDriver driver = new TopologyTestDriver(new TimelineTopology().topology(), settings());
    private final TestOutputTopic<String, byte[]> timelines =
            driver.createOutputTopic(Topics.TIMELINES, new StringDeserializer(), new ByteArrayDeserializer());

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void events_of_all_topics_in_any_order_and_doubled_become_one_timeline() {
        var life = new ArrayList<>(Told.life(MATRIX, "The Matrix"));
        life.addAll(life);
        Collections.shuffle(life, new Random(603));
        life.forEach(told -> write(told.wire()));
        Timeline last = last();
        assertThat(last.course().stage()).isEqualTo(Stage.AVAILABLE);
        assertThat(last.entries()).hasSize(7);
        assertThat(last.entries().getFirst().place().topic()).isEqualTo(Topics.REQUESTS);
    }

    @Test
    void what_cannot_be_read_is_passed_over_and_the_next_event_counts() {
        WireRecord good = Told.life(MATRIX, "The Matrix").getFirst().wire();
        write(good.topic(), MATRIX.key(), "not json".getBytes(StandardCharsets.UTF_8), good);
        write(good.topic(), MATRIX.key(), null, good);
        write(good.topic(), null, good.value(), good);
        write(good.topic(), "movie:tmdb:604", good.value(), good); // the key belongs to another title
        driver.createInputTopic(good.topic(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(MATRIX.key(), good.value()); // no headers at all
        assertThat(timelines.isEmpty()).isTrue();
        write(good);
        assertThat(last().entries()).hasSize(1);
    }

    @Test
    void notifications_about_programs_are_on_no_timeline() {
        var event = new NotificationSent(new ComponentId("radarr"), new UUID(1, 1), "ntfy", "Radarr is down");
        write(Told.at(0, event, "notifier").wire());
        assertThat(timelines.isEmpty()).isTrue();
        var aboutMovie = new NotificationSent(MATRIX, new UUID(1, 1), "ntfy", "Available");
        write(Told.at(0, aboutMovie, "notifier").wire());
        assertThat(last().media()).isEqualTo(MATRIX);
    }

    @Test
    void the_form_in_the_store_and_on_the_topic_read_the_same() {
        Told.life(MATRIX, "The Matrix").forEach(told -> write(told.wire()));
        Timeline timeline = last();
        assertThat(TimelineJson.read(TimelineJson.keep(timeline))).isEqualTo(timeline);
        assertThat(TimelineJson.read(TimelineJson.tell(timeline))).isEqualTo(timeline);
    }

    @Test
    void a_timeline_of_many_long_texts_fits_into_a_record() {
        String endless = "界".repeat(5000);
        Timeline timeline = null;
        for (int minute = 0; minute < 400; minute++) {
            var told = Told.at(minute, new ReleaseFailed(MATRIX, "radarr", "hash", endless), "radarr");
            var place = new Entry.Place(Topics.ACQUISITIONS, 3, minute);
            var entry =
                    new Entry(told.event(), told.occurrence(), told.occurrence().at(), Optional.empty(), place);
            timeline = TimelineTopology.add(MATRIX.key(), entry, timeline, all -> TimelineJson.tell(all).length);
        }
        byte[] last = TimelineJson.tell(timeline);
        assertThat(last.length).isBetween(1_500_000, 2 * 1024 * 1024);
        assertThat(TimelineJson.read(last)).isEqualTo(timeline);
        assertThat(timeline.entries().getLast().at()).isEqualTo(Told.minute(399));
        assertThat(timeline.dropped() + timeline.entries().size()).isEqualTo(400);
        assertThat(timeline.numbers().values()).contains(400);
    }

    @Test
    void what_an_older_version_kept_is_read() {
        var old = "{\"media\":\"movie:tmdb:603\",\"entries\":[]}".getBytes(StandardCharsets.UTF_8);
        assertThat(TimelineJson.read(old)).isEqualTo(Timeline.of(MATRIX));
    }

    private Timeline last() {
        return TimelineJson.read(timelines.readValuesToList().getLast());
    }

    private void write(WireRecord record) {
        write(record.topic(), record.key(), record.value(), record);
    }

    private void write(String topic, String key, byte[] value, WireRecord like) {
        var headers = new RecordHeaders();
        like.headers().forEach((name, text) -> headers.add(name, text.getBytes(StandardCharsets.UTF_8)));
        driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, headers));
    }

    private static Properties settings() {
        var settings = new Properties();
        settings.put("application.id", "test");
        settings.put("bootstrap.servers", "none:1");
        settings.put("statestore.cache.max.bytes", "0");
        return settings;
    }
}
