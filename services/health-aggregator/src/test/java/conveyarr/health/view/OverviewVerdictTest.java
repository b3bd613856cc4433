package conveyarr.health.view;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.health.timeline.Tone;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OverviewVerdictTest {

    @Test
    void everything_else_runs_only_when_it_does() {
        assertThat(told(Tone.BAD, Tone.OK, Tone.OFF)).isEqualTo("1 thing needs you. Everything else is running.");
        assertThat(told(Tone.BAD, Tone.WARN)).isEqualTo("1 thing needs you. 1 other thing is not as it should be.");
        assertThat(told(Tone.OK)).doesNotContain("needs you");
    }

    @Test
    void a_mute_of_a_tunnel_is_about_its_gateway() {
        assertThat(check("gluetun:vpn", Tone.BAD).subject()).isEqualTo("gluetun");
        assertThat(check("radarr", Tone.BAD).subject()).isEqualTo("radarr");
    }

    private static String told(Tone... tones) {
        var checks = Stream.of(tones).map(tone -> check("radarr", tone)).toList();
        return OverviewView.Verdict.of(0, HealthView.of(checks, false)).text();
    }

    private static CheckView check(String id, Tone tone) {
        return new CheckView(
                id, "arr", id, "answers", "ok", tone.word(), null, null, null, null, null, null, null, List.of());
    }
}
