package conveyarr.stories;

import static conveyarr.stories.World.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.simulator.movie.Movie;
import conveyarr.simulator.movie.Title;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The story that both ways of running must tell: a movie goes from requested to available, whatever process dies on the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MovieStory {
    private static final List<String> STAGES =
            List.of("REQUESTED", "APPROVED", "SEARCHING", "DOWNLOADING", "IMPORTING", "INDEXING", "AVAILABLE");

    private final boolean split;
    World world;
    private int movies = 1000;

    MovieStory(boolean split) {
        this.split = split;
    }

    /** Which processes of this way of running die together; each dies once. */
    abstract List<List<String>> deaths();

    @BeforeAll
    void start() throws Exception {
        world = World.start(split);
    }

    /** At the end, so that it is about all the other tests too, with their kills. */
    @AfterAll
    void stop() throws Exception {
        if (world != null) {
            try {
                nothing_is_on_a_topic_twice();
            } finally {
                world.close();
            }
        }
    }

    private void nothing_is_on_a_topic_twice() {
        var ids = CommittedRecords.ids(world.conveyarr.bootstrapServers());
        assertThat(ids).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    }

    @Test
    void a_movie_travels_from_requested_to_available() throws Exception {
        Movie movie = requested("Metropolis");
        soon().untilAsserted(() -> assertThat(world.stage(movie)).isEqualTo("AVAILABLE"));
        soon().untilAsserted(
                        () -> { // what came before may be told a moment later
                            JsonNode stages = head(movie).get("stages");
                            assertThat(entered(stages)).containsExactlyElementsOf(STAGES);
                            assertThat(times(stages, "enteredAt")).isSorted();
                            assertThat(kinds(movie))
                                    .contains(
                                            "MEDIA_REQUESTED",
                                            "REQUEST_APPROVED",
                                            "RELEASE_GRABBED",
                                            "DOWNLOAD_STARTED")
                                    .contains("DOWNLOAD_COMPLETED", "FILE_IMPORTED", "MEDIA_BECAME_AVAILABLE");
                            assertThat(head(movie).get("requestedBy").asText()).isEqualTo("ana");
                        });
        assertThat(world.conveyarr.text("/requests")).contains("Metropolis");
        soon().untilAsserted(() -> assertThat(world.phone.about("Metropolis")).isNotEmpty());
        assertThat(world.phone.messages()).extracting(Receiver.Message::id).doesNotHaveDuplicates();
    }

    /** First, where the order matters: what is asked for afterwards is not taken for the past. */
    @ParameterizedTest
    @MethodSource("deaths")
    @Order(0)
    void a_process_that_is_killed_in_mid_flow_changes_nothing(List<String> processes) throws Exception {
        Movie movie = requested("Nosferatu " + processes.getFirst());
        soon().untilAsserted(() ->
                assertThat(world.stack.radarr().downloadId(movie.tmdbId())).isNotBlank());
        for (String process : processes) {
            world.conveyarr.kill(process);
        }
        soon().untilAsserted(() -> assertThat(world.stage(movie)).isEqualTo("AVAILABLE"));
        toldOnce(movie);
    }

    private JsonNode head(Movie movie) throws Exception {
        return world.conveyarr.get(
                "/api/v1/requests/" + world.row(movie).get("id").asText());
    }

    Movie requested(String title) {
        Movie movie = Movie.of(movies++, title, 1927);
        int id = world.stack.seerr().request(movie, "ana");
        world.stack.seerr().approve(id);
        return movie;
    }

    /** {@code facts} are kinds of which several are several facts. */
    void toldOnce(Movie movie, String... facts) throws Exception {
        var several = List.of(facts);
        assertThat(kinds(movie).stream()
                        .filter(kind -> !several.contains(kind))
                        .filter(kind -> !kind.equals("DOWNLOAD_PROGRESSED") && !kind.startsWith("NOTIFICATION")))
                .doesNotHaveDuplicates();
        assertThat(world.phone.messages()).extracting(Receiver.Message::id).doesNotHaveDuplicates();
    }

    List<String> kinds(Title title) throws Exception {
        var kinds = new ArrayList<String>();
        world.timeline(title).forEach(entry -> kinds.add(entry.get("kind").asText()));
        return kinds;
    }

    private static List<String> entered(JsonNode all) {
        var stages = new ArrayList<String>();
        for (JsonNode stage : all) {
            if (stage.hasNonNull("enteredAt")) {
                stages.add(stage.get("stage").asText());
            }
        }
        return stages;
    }

    private static List<String> times(JsonNode items, String field) {
        var times = new ArrayList<String>();
        items.forEach(item -> times.add(item.get(field).asText()));
        return times;
    }
}
