package conveyarr.request.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long MS = 1_000_000;
    private final Pace pace = new Pace();

    @Test
    void it_gives_way_to_a_busy_door_and_to_no_other() {
        pace.begin(100, 0);
        assertThat(pace.rest(100 + 20, 20 * MS, false)).isZero();
        assertThat(pace.rest(100 + 200, 20 * MS, false)).isEqualTo(Duration.ofMillis(60));
    }

    @Test
    void it_does_not_rest_while_the_disk_fills_up_and_never_for_long() {
        pace.begin(0, 0);
        assertThat(pace.rest(1_000_000, 5_000 * MS, true)).isZero();
        assertThat(pace.rest(1_000_000, 5_000 * MS, false)).isEqualTo(Duration.ofSeconds(1));
    }
}
