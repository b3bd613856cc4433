package conveyarr.upstream.sonarr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import conveyarr.events.Episodes;
import conveyarr.events.Episodes.Number;
import conveyarr.upstream.ArrApp.ListedTitle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SonarrVerbsTest {
    private static final Map<Number, Long> IDS =
            Map.of(new Number(1, 1), 101L, new Number(1, 2), 102L, new Number(2, 5), 205L, new Number(3, 1), 301L);
    private final SonarrVerbs verbs = new SonarrVerbs();

    @Test
    void a_pack_is_searched_for_as_a_season_and_single_episodes_by_their_numbers() {
        assertThat(search(new Number(1, 1), new Number(1, 2)))
                .containsExactly(Map.of("name", "SeasonSearch", "seriesId", 7L, "seasonNumber", 1));
        assertThat(search(new Number(2, 5), new Number(3, 1)))
                .containsExactly(Map.of("name", "EpisodeSearch", "episodeIds", List.of(205L, 301L)));
        assertThat(search(new Number(1, 1), new Number(1, 2), new Number(3, 1)))
                .containsExactly(
                        Map.of("name", "SeasonSearch", "seriesId", 7L, "seasonNumber", 1),
                        Map.of("name", "EpisodeSearch", "episodeIds", List.of(301L)));
    }

    @Test
    void episodes_that_it_does_not_know_any_more_are_searched_for_with_the_series() {
        assertThat(search(new Number(9, 9))).containsExactly(Map.of("name", "SeriesSearch", "seriesId", 7L));
    }

    @Test
    void a_series_is_complete_when_all_that_was_aired_and_is_wanted_has_a_file() {
        assertThat(listed(10, 7, "continuing").complete()).isFalse();
        assertThat(listed(10, 10, "continuing").complete()).isTrue();
        assertThat(listed(0, 0, "upcoming").complete()).isFalse();
        assertThat(listed(0, 0, "upcoming").released()).isFalse();
        assertThat(listed(10, 7, "continuing").released()).isTrue();
    }

    @Test
    void releases_are_asked_for_by_season() {
        assertThat(verbs.releasesFor(7, Optional.of(2))).isEqualTo(Map.of("seriesId", "7", "seasonNumber", "2"));
    }

    private List<Map<String, Object>> search(Number... parts) {
        return verbs.search(7, new Episodes(List.of(parts)), IDS);
    }

    private ListedTitle listed(int aired, int files, String status) {
        try {
            var json = new ObjectMapper().readTree("""
                    {"id":7,"tvdbId":999001,"monitored":true,"status":"%s","nextAiring":"2026-03-01T20:00:00Z",
                     "statistics":{"episodeCount":%d,"episodeFileCount":%d,"totalEpisodeCount":12}}""".formatted(status, aired, files));
            return verbs.listed(json, Instant.EPOCH).orElseThrow();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
