package conveyarr.upstream.radarr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.events.MediaId;
import conveyarr.upstream.ArrPresent.Complaint;
import conveyarr.upstream.ArrPresent.Queued;
import conveyarr.upstream.Samples;
import conveyarr.upstream.arr.ArrLook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Radarr shows, on answers written from its source. */
class RadarrLookTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FOLDER = "radarr/6.0.3-source/";
    private static final MediaId BUNNY = MediaId.movie(10378);

    @Test
    void the_queue_shows_what_moves_what_is_blocked_what_stalls_and_what_waits_for_its_delay() {
        List<Queued> rows = ArrLook.queue(new RadarrDialect(), queue());
        assertThat(rows).extracting(Queued::media).containsOnly(BUNNY);
        assertThat(rows).extracting(Queued::status).containsExactly("downloading", "completed", "warning", "delay");
        assertThat(rows.get(0).warns()).isFalse();
        assertThat(rows.get(1).state()).isEqualTo("importblocked");
        assertThat(rows.get(1).words()).containsExactly("bbb.sample.mkv: Sample");
        assertThat(rows.get(2).words()).containsExactly("The download is stalled with no connections");
        assertThat(rows.get(3).download()).isEmpty();
        assertThat(rows.get(3).due()).isEqualTo(Optional.of(Instant.parse("2026-02-01T13:00:00Z")));
    }

    @Test
    void one_row_that_cannot_be_read_hides_no_other() {
        var rows = queue();
        ((ObjectNode) rows.getFirst()).put("statusMessages", "none");
        assertThat(ArrLook.queue(new RadarrDialect(), rows)).hasSize(3);
    }

    @Test
    void a_check_that_failed_is_known_by_its_name_and_its_level() {
        assertThat(ArrLook.complaints(list(Samples.text(FOLDER + "api-health.json"))))
                .containsExactly(
                        new Complaint(
                                "DownloadClientStatusCheck",
                                true,
                                "All download clients are unavailable due to failures"),
                        new Complaint(
                                "NotificationStatusCheck",
                                false,
                                "Notifications unavailable due to failures: Media suite"));
    }

    /** As with {@code includeMovie=true}. */
    private static List<JsonNode> queue() {
        var rows = list(read(Samples.text(FOLDER + "api-queue-page.json")).path("records"));
        rows.forEach(row -> ((ObjectNode) row)
                .putObject("movie")
                .put("id", 12)
                .put("tmdbId", 10378)
                .put("title", "Big Buck Bunny"));
        return rows;
    }

    private static List<JsonNode> list(String json) {
        return list(read(json));
    }

    private static List<JsonNode> list(JsonNode array) {
        var all = new ArrayList<JsonNode>();
        array.forEach(all::add);
        return all;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
