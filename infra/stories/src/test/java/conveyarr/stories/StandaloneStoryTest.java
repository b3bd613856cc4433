package conveyarr.stories;

import static conveyarr.stories.World.soon;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.simulator.movie.Movie;
import conveyarr.simulator.wire.SentHook;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** All six services in one process, and what does not depend on how many there are. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StandaloneStoryTest extends MovieStory {
    StandaloneStoryTest() {
        super(false);
    }

    private SeriesStory series;

    /** They travel while the other stories are told. */
    @Test
    @Order(1)
    void series_are_asked_for() {
        series = new SeriesStory(world);
        soon().untilAsserted(() -> assertThat(world.stack.sonarr().hooks())
                .extracting(SentHook::type)
                .contains("SeriesAdd", "Grab"));
    }

    @Override
    List<List<String>> deaths() {
        return List.of(List.of("standalone"));
    }

    @Test
    void a_database_that_is_killed_in_mid_flow_changes_nothing() throws Exception {
        Movie movie = requested("Faust");
        soon().untilAsserted(() ->
                assertThat(world.stack.radarr().downloadId(movie.tmdbId())).isNotBlank());
        world.conveyarr.killPostgres();
        soon().untilAsserted(() -> assertThat(world.stage(movie)).isEqualTo("AVAILABLE"));
        toldOnce(movie);
    }

    @Test
    void hooks_that_never_arrive_are_found_in_the_upstreams_own_memory() throws Exception {
        world.stack.radarr().dropHooks(3);
        Movie movie = requested("Safety Last");
        soon().untilAsserted(() -> assertThat(world.stage(movie)).isEqualTo("AVAILABLE"));
        // Seerr may say that it is available before the history was read: a poll that was killed comes back with its
        // lease.
        soon().untilAsserted(() -> assertThat(
                        StreamSupport.stream(world.timeline(movie).spliterator(), false))
                .filteredOn(entry -> List.of("RELEASE_GRABBED", "FILE_IMPORTED")
                        .contains(entry.get("kind").asText()))
                .extracting(entry -> entry.get("via").asText())
                .contains("history"));
    }

    /** Seerr calls Radarr once, at the approval; the hand-over is late here after two seconds. */
    @Test
    void a_request_that_was_approved_while_radarr_was_away_arrives_all_the_same() throws Exception {
        world.stack.radarr().goAway();
        Movie movie = requested("Sherlock Jr");
        soon().untilAsserted(() -> assertThat(kinds(movie)).contains("REQUEST_FAILED", "HAND_OVER_DELAYED"));
        world.stack.radarr().comeBack();
        soon().untilAsserted(() -> assertThat(world.stage(movie)).isEqualTo("AVAILABLE"));
        assertThat(kinds(movie)).contains("HAND_OVER_WANTED", "HAND_OVER_RETRIED");
        toldOnce(movie, "REQUEST_APPROVED", "REQUEST_FAILED"); // each try is one
    }

    @Test
    void the_same_hook_three_times_and_once_more_by_a_replay_is_one_event_and_one_message() throws Exception {
        String body = Samples.pendingMovie(4711, "Twice Told");
        for (int i = 0; i < 3; i++) {
            assertThat(world.conveyarr.hook("seerr", body)).isEqualTo(202);
        }
        Movie movie = Movie.of(4711, "Twice Told", 1999);
        soon().untilAsserted(() -> assertThat(world.phone.about("Twice Told")).isNotEmpty());
        var hooks = world.conveyarr
                .get("/api/v1/events/incoming?source=seerr&q=4711")
                .get("items");
        String one = "/api/v1/events/incoming/" + hooks.get(0).get("id").asText();
        assertThat(world.conveyarr.post(one + "/replay")).isEqualTo(202);
        Movie marker = requested("Afterwards");
        soon().untilAsserted(() -> assertThat(world.stage(marker)).isEqualTo("AVAILABLE"));
        assertThat(world.conveyarr.get(one).get("replays")).hasSize(1);
        assertThat(kinds(movie)).containsOnlyOnce("MEDIA_REQUESTED");
        assertThat(world.phone.about("Twice Told")).hasSize(1);
    }

    @Test
    void the_door_refuses_strangers_and_never_fails_a_friend() throws Exception {
        assertThat(world.conveyarr.status("/api/v1/requests")).isEqualTo(401);
        assertThat(world.conveyarr.hook("nobody", "{}")).isEqualTo(404);
        assertThat(world.conveyarr.hook("radarr", "{\"eventType\":\"Gra")).isEqualTo(202);
        assertThat(world.conveyarr.hook("radarr", "x".repeat(3 * 1024 * 1024))).isEqualTo(202);
        assertThat(world.conveyarr.hook("radarr", "{\"eventType\":\"NeverHeardOf\"}"))
                .isEqualTo(202);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void series_come_in_packs_and_in_parts_get_better_and_come_again() throws Exception {
        series.a_pack_is_one_download_of_ten_episodes_available_once_and_told_once();
        series.a_season_that_lacks_three_is_not_available_and_says_which_they_are();
        series.the_three_make_it_available_and_a_better_file_is_no_news();
        series.a_series_that_was_removed_and_is_asked_for_again_has_another_life();
    }
}
