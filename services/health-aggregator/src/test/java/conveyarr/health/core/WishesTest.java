package conveyarr.health.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WishesTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void a_check_is_looked_at_once_however_many_wish_it_and_again_a_little_later() {
        var asked = Wishes.NONE.with("radarr", NOON);
        assertThat(Wishes.NONE.notBefore("radarr", NOON)).isEmpty();
        assertThat(asked.notBefore("radarr", NOON.plusSeconds(4))).contains(NOON.plusSeconds(5));
        assertThat(asked.notBefore("radarr", NOON.plusSeconds(5))).isEmpty();
        assertThat(asked.notBefore("sonarr", NOON)).isEmpty();
    }

    @Test
    void a_clock_that_was_put_back_holds_nothing_up() {
        var asked = Wishes.NONE.with("radarr", NOON);
        assertThat(asked.notBefore("radarr", NOON.minusSeconds(3600))).isEmpty();
    }
}
