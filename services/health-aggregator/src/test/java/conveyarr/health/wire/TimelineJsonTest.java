package conveyarr.health.wire;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.MediaId;
import conveyarr.flow.wire.Json;
import conveyarr.health.Told;
import conveyarr.health.timeline.Entry;
import conveyarr.health.timeline.Entry.Place;
import conveyarr.health.timeline.Timeline;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimelineJsonTest {
    private static final MediaId MATRIX = MediaId.movie(603);

    @Test
    void a_head_that_was_written_is_read_as_it_was() {
        assertThat(TimelineJson.readHead(TimelineJson.head(timeline().head())))
                .isEqualTo(timeline().head());
    }

    /** As the migration takes it out of a record that is there already. */
    @Test
    void the_head_is_what_the_record_on_the_topic_has_beside_its_entries() {
        var record = Json.read(TimelineJson.tell(timeline()), Map.class);
        record.keySet().retainAll(Set.of("id", "media", "facts", "course", "updatedAt"));
        assertThat(TimelineJson.readHead(Json.write(record)))
                .isEqualTo(timeline().head());
    }

    @Test
    void an_event_of_the_log_is_read_as_it_was() {
        Entry entry = timeline().entries().getFirst();
        assertThat(EntryJson.read(EntryJson.write(entry))).contains(entry);
        assertThat(EntryJson.read(EntryJson.write(entry).replace(entry.event().wireName(), "request.of-the-future.v9")))
                .isEmpty();
    }

    private static Timeline timeline() {
        Timeline timeline = Timeline.of(MATRIX);
        long offset = 0;
        for (Told told : Told.life(MATRIX, "The Matrix")) {
            var place = new Place("topic", 3, offset++);
            var cause = Optional.of(new UUID(7, offset));
            timeline = timeline.with(
                    new Entry(told.event(), told.occurrence(), told.occurrence().at(), cause, place));
        }
        return timeline;
    }
}
