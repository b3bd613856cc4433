package conveyarr.stories;

import static conveyarr.stories.World.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.simulator.series.Series;
import java.util.ArrayList;
import java.util.List;

/** Two seasons of ten: one comes as a pack, of the other three episodes come later. They travel while the other stories are told. */
final class SeriesStory {
    private static final Series WHOLE = Series.of(7001, "The Long Watch", 1999, 10);
    private static final Series PARTED = Series.of(7002, "Three Short", 2001, 10);
    private static final String[] LATE = {"S01E03", "S01E07", "S01E10"};

    private final World world;
    private final int parted;

    SeriesStory(World world) {
        this.world = world;
        world.stack.sonarr().findNothing(PARTED.tvdbId(), LATE);
        request(WHOLE);
        parted = request(PARTED);
    }

    private int request(Series series) {
        int request = world.stack.seerr().request(series, List.of(1), "ana");
        world.stack.seerr().approve(request);
        return request;
    }

    void a_pack_is_one_download_of_ten_episodes_available_once_and_told_once() throws Exception {
        soon().untilAsserted(() -> assertThat(world.stage(WHOLE)).isEqualTo("AVAILABLE"));
        soon().untilAsserted(() -> assertThat(kinds(WHOLE))
                .containsOnlyOnce("RELEASE_GRABBED", "DOWNLOAD_STARTED", "DOWNLOAD_COMPLETED")
                .containsOnlyOnce("FIRST_EPISODE_AVAILABLE", "SEASON_COMPLETED", "SERIES_COMPLETED"));
        assertThat(count(WHOLE, "FILE_IMPORTED")).isEqualTo(10);
        soon().untilAsserted(() -> assertThat(told(WHOLE)).hasSize(1));
        assertThat(told(WHOLE).getLast()).contains("Complete: The Long Watch (1999), season 1");
    }

    void a_season_that_lacks_three_is_not_available_and_says_which_they_are() throws Exception {
        soon().untilAsserted(() ->
                assertThat(world.stack.jellyfin().episodes(PARTED.tvdbId())).isEqualTo(7));
        soon().untilAsserted(() -> {
            JsonNode cause = world.row(PARTED).path("cause");
            assertThat(cause.path("code").asText()).isEqualTo("EPISODES_MISSING");
            assertThat(cause.path("text").asText()).contains(LATE).contains("7 of 10");
        });
        assertThat(world.stage(PARTED)).isEqualTo("INDEXING");
        assertThat(world.stack.seerr().status(parted)).isEqualTo(2);
        assertThat(kinds(PARTED)).contains("FIRST_EPISODE_AVAILABLE").doesNotContain("SEASON_COMPLETED");
    }

    /** Meanwhile an episode of the other season gets better, of which nobody hears. */
    void the_three_make_it_available_and_a_better_file_is_no_news() throws Exception {
        int before = told(WHOLE).size();
        long available = count(WHOLE, "MEDIA_BECAME_AVAILABLE");
        world.stack.sonarr().improve(WHOLE.tvdbId(), "S01E05");
        world.stack.sonarr().comeOut(PARTED.tvdbId(), LATE);
        soon().untilAsserted(() -> assertThat(world.stage(PARTED)).isEqualTo("AVAILABLE"));
        assertThat(world.row(PARTED).path("cause").isEmpty()).isTrue();
        soon().untilAsserted(() -> assertThat(kinds(PARTED)).containsOnlyOnce("SEASON_COMPLETED", "SERIES_COMPLETED"));
        soon().untilAsserted(
                        () -> assertThat(told(PARTED).getLast()).contains("Complete: Three Short (2001), season 1"));
        soon().untilAsserted(() -> assertThat(count(WHOLE, "FILE_IMPORTED")).isEqualTo(11));
        assertThat(count(WHOLE, "FILE_DELETED")).isEqualTo(1);
        assertThat(count(WHOLE, "MEDIA_BECAME_AVAILABLE")).isEqualTo(available);
        assertThat(told(WHOLE)).hasSize(before);
        assertThat(world.stage(WHOLE)).isEqualTo("AVAILABLE");
    }

    void a_series_that_was_removed_and_is_asked_for_again_has_another_life() throws Exception {
        world.stack.seerr().remove(WHOLE);
        soon().untilAsserted(() -> assertThat(world.stage(WHOLE)).isEqualTo("WITHDRAWN"));
        soon().untilAsserted(() ->
                assertThat(world.stack.jellyfin().episodes(WHOLE.tvdbId())).isZero());
        int before = told(WHOLE).size();
        request(WHOLE);
        soon().untilAsserted(() -> assertThat(world.stage(WHOLE)).isEqualTo("AVAILABLE"));
        soon().untilAsserted(() -> assertThat(count(WHOLE, "SEASON_COMPLETED")).isEqualTo(2));
        assertThat(count(WHOLE, "ACQUISITION_REMOVED")).isEqualTo(1);
        assertThat(count(WHOLE, "ACQUISITION_STARTED")).isEqualTo(2);
        soon().untilAsserted(() -> assertThat(told(WHOLE)).hasSize(before + 1));
    }

    private long count(Series series, String kind) throws Exception {
        return kinds(series).stream().filter(kind::equals).count();
    }

    private List<String> kinds(Series series) throws Exception {
        var kinds = new ArrayList<String>();
        world.timeline(series).forEach(entry -> kinds.add(entry.get("kind").asText()));
        return kinds;
    }

    /** What people were told of what they can watch. */
    private List<String> told(Series series) {
        return world.phone.about(series.title()).stream()
                .map(Receiver.Message::body)
                .filter(body -> body.contains("Available: ") || body.contains("Complete: "))
                .toList();
    }
}
