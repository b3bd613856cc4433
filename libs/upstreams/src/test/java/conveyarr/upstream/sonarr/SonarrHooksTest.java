package conveyarr.upstream.sonarr;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.upstream.Samples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SonarrHooksTest {
    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");

    static List<String> samples() {
        return Samples.hooks("sonarr/4.0.19-source");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_sample_is_understood_and_says_nothing_yet(String sample) {
        var reading = new SonarrHooks().read("sonarr", NOON, Samples.bytes(sample));
        assertThat(reading.understood()).isTrue();
        assertThat(reading.type()).isNotEqualTo("?");
        assertThat(reading.sightings()).isEmpty();
    }

    @Test
    void a_type_of_a_version_to_come_is_named_but_not_understood() {
        var reading = new SonarrHooks().read("sonarr", NOON, "{\"eventType\":\"SeriesMoved\"}".getBytes());
        assertThat(reading.type()).isEqualTo("SeriesMoved");
        assertThat(reading.understood()).isFalse();
    }
}
