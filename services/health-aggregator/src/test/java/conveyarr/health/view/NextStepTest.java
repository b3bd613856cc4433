package conveyarr.health.view;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.health.timeline.Cause;
import conveyarr.health.timeline.Stage;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NextStepTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void the_words_of_the_cause_come_first_and_otherwise_those_of_the_stage() {
        var told = new Cause(
                "NO_RELEASE",
                "nothing found",
                "radarr",
                NOON,
                true,
                "It is searched again at 14:00",
                "Widen the profile.");
        assertThat(NextStep.of(Stage.SEARCHING, told)).isEqualTo("It is searched again at 14:00. Widen the profile.");
        var bare = new Cause("NO_RELEASE", "nothing found", "radarr", NOON);
        assertThat(NextStep.of(Stage.SEARCHING, bare)).isEqualTo("The download begins as soon as a release is found.");
    }

    @Test
    void only_what_is_over_has_no_next_step() {
        assertThat(Stream.of(Stage.values())
                        .filter(stage -> NextStep.of(stage, null).isEmpty()))
                .containsExactly(Stage.AVAILABLE, Stage.DECLINED, Stage.WITHDRAWN);
    }
}
