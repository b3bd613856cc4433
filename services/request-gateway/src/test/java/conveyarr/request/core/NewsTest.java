package conveyarr.request.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NewsTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void what_becomes_available_is_told_at_once_and_a_season_of_it_once_a_minute() {
        assertThat(News.NONE.isDue(NOON, MINUTE)).isFalse();
        var first = News.NONE.heard(NOON);
        assertThat(first.isDue(NOON, MINUTE)).isTrue();
        var told = first.toldAt(NOON);
        assertThat(told.isDue(NOON.plusSeconds(90), MINUTE)).isFalse();
        var more = told.heard(NOON.plusSeconds(5)).heard(NOON.plusSeconds(6));
        assertThat(more.isDue(NOON.plusSeconds(59), MINUTE)).isFalse();
        assertThat(more.isDue(NOON.plusSeconds(60), MINUTE)).isTrue();
    }
}
