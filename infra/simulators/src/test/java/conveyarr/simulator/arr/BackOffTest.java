package conveyarr.simulator.arr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackOffTest {
    static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");
    static final Instant LONG_AGO = NOON.minus(Duration.ofDays(1));

    final BackOff backOff = new BackOff();

    @Test
    void five_minutes_of_grace_then_longer_and_longer_blocks() {
        fails(0);
        fails(4);
        assertThat(backOff.blocked(at(4))).isFalse();
        fails(6);
        assertThat(backOff.disabledTill).isEqualTo(at(11));
        fails(12);
        assertThat(backOff.disabledTill).isEqualTo(at(27));
        fails(28);
        fails(60);
        fails(200);
        assertThat(backOff.disabledTill).isEqualTo(at(260));
    }

    @Test
    void a_success_clears_the_block_and_lowers_the_level_by_one() {
        fails(0);
        fails(6);
        backOff.succeeded();
        assertThat(backOff.blocked(at(7))).isFalse();
        assertThat(backOff.level).isEqualTo(1);
    }

    @Test
    void soon_after_radarrs_start_nothing_escalates() {
        backOff.failed(at(0), at(0));
        backOff.failed(at(6), at(0));
        assertThat(backOff.disabledTill).isEqualTo(at(7));
    }

    @Test
    void dates_have_up_to_seven_digits_without_zeros_at_the_end() {
        assertThat(Views.sevenDigits(Instant.parse("2026-02-01T10:15:30.1234567Z")))
                .isEqualTo("2026-02-01T10:15:30.1234567Z");
        assertThat(Views.sevenDigits(Instant.parse("2026-02-01T10:15:30.120Z"))).isEqualTo("2026-02-01T10:15:30.12Z");
        assertThat(Views.sevenDigits(Instant.parse("2026-02-01T10:15:30Z"))).isEqualTo("2026-02-01T10:15:30Z");
    }

    private void fails(int minute) {
        backOff.failed(at(minute), LONG_AGO);
    }

    private static Instant at(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
