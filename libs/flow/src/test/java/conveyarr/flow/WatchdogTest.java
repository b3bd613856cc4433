package conveyarr.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final List<String> STOPPED = List.of("request-hooks");

    private final List<String> exits = new ArrayList<>();
    private final Watchdog watchdog = new Watchdog(Duration.ofSeconds(60), exits::add);

    @Test
    void a_listener_that_is_stopped_for_a_minute_ends_the_process_once() {
        watchdog.saw(STOPPED, NOON);
        watchdog.saw(STOPPED, NOON.plusSeconds(59));
        assertThat(exits).isEmpty();
        watchdog.saw(STOPPED, NOON.plusSeconds(60));
        watchdog.saw(STOPPED, NOON.plusSeconds(65));
        assertThat(exits).containsExactly("stopped for 60 s: request-hooks");
    }

    @Test
    void one_that_comes_back_begins_a_new_minute() {
        watchdog.saw(STOPPED, NOON);
        watchdog.saw(List.of(), NOON.plusSeconds(50));
        watchdog.saw(STOPPED, NOON.plusSeconds(55));
        watchdog.saw(STOPPED, NOON.plusSeconds(110));
        assertThat(exits).isEmpty();
    }
}
