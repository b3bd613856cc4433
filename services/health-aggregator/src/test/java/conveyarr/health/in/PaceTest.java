package conveyarr.health.in;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private final Pace pace = new Pace();

    @Test
    void news_are_committed_once_however_much_of_the_past_comes_with_them() {
        pace.saw(NOW.minusSeconds(3600), NOW);
        pace.saw(NOW.minusSeconds(1), NOW);
        pace.saw(NOW.minusSeconds(3600), NOW);
        assertThat(pace.isDue()).isTrue();
        assertThat(pace.isDue()).isFalse();
    }

    @Test
    void the_past_waits() {
        pace.saw(NOW.minusSeconds(60), NOW);
        assertThat(pace.isDue()).isFalse();
    }
}
