package conveyarr.request.core;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.request.core.Choice.Mode;
import conveyarr.request.core.Ear.Seen;
import conveyarr.request.core.Ear.Wake;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EarTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration REST = Duration.ofMinutes(1);
    private static final Duration GRACE = Duration.ofMinutes(2);

    private static final Seen ABSENT = new Seen(false, false, Optional.empty());

    private final Ear awake = Ear.NEW.woken(NOON.minusSeconds(600), REST);

    @Test
    void after_our_start_a_test_is_due_until_one_arrives() {
        assertThat(Ear.NEW.isDue(false, GRACE, NOON)).isTrue();
        Ear deaf = Ear.NEW.deaf(NOON, REST);
        assertThat(deaf.isDue(false, GRACE, NOON.plusSeconds(59))).isFalse();
        assertThat(deaf.isDue(false, GRACE, NOON.plusSeconds(60))).isTrue();
        assertThat(Ear.NEW.woken(NOON, REST).isDue(false, GRACE, NOON.plusSeconds(600)))
                .isFalse();
    }

    @Test
    void a_block_makes_one_due_but_not_all_the_time() {
        assertThat(awake.isDue(true, GRACE, NOON)).isTrue();
        assertThat(awake.deaf(NOON, REST).isDue(true, GRACE, NOON.plusSeconds(10)))
                .isFalse();
    }

    @Test
    void history_that_moves_without_a_hook_makes_one_due_after_the_grace() {
        Ear missed = awake.missed(NOON, NOON.plusSeconds(5));
        assertThat(missed.isDue(false, GRACE, NOON.plusSeconds(60))).isFalse();
        assertThat(missed.missed(NOON.plusSeconds(100), NOON.plusSeconds(101))
                        .isDue(false, GRACE, NOON.plusSeconds(125)))
                .as("the first of several counts")
                .isTrue();
        assertThat(missed.woken(NOON.plusSeconds(125), REST).isDue(false, GRACE, NOON.plusSeconds(900)))
                .isFalse();
    }

    @Test
    void a_hook_that_was_only_late_makes_none_due() {
        Ear missed = awake.missed(NOON, NOON.plusSeconds(5)).heard(NOON.plusSeconds(9));
        assertThat(missed.isDue(false, GRACE, NOON.plusSeconds(600))).isFalse();
        assertThat(awake.heard(NOON.minusSeconds(1))
                        .missed(NOON, NOON.plusSeconds(5))
                        .isDue(false, GRACE, NOON.plusSeconds(600)))
                .isFalse();
    }

    @Test
    void old_news_says_nothing_of_today() {
        Ear old = awake.missed(NOON.minus(Duration.ofHours(2)), NOON);
        assertThat(old.isDue(false, GRACE, NOON.plusSeconds(600))).isFalse();
    }

    @Test
    void everybody_is_tested_once_after_a_start_and_never_against_the_owners_choice() {
        assertThat(Ear.NEW.wake(ABSENT, GRACE, NOON)).isEqualTo(Wake.EVERYBODY);
        Ear missed = awake.missed(NOON, NOON.plusSeconds(5));
        assertThat(missed.isDue(false, GRACE, NOON.plusSeconds(600))).isTrue();
        assertThat(missed.wake(ABSENT, GRACE, NOON.plusSeconds(600)))
                .as("history told an import")
                .isEqualTo(Wake.NOBODY);
        for (Mode mode : Mode.values()) {
            var chosen = new Seen(false, false, Optional.of(Choice.without(mode)));
            assertThat(Ear.NEW.wake(chosen, GRACE, NOON)).as("%s", mode).isEqualTo(Wake.NOBODY);
        }
    }

    @Test
    void our_own_connection_is_tested_whenever_that_is_due() {
        var ours = new Seen(true, false, Optional.of(Choice.without(Mode.INSTALL)));
        assertThat(Ear.NEW.wake(ours, GRACE, NOON)).isEqualTo(Wake.OURS);
        assertThat(awake.wake(ours, GRACE, NOON)).isEqualTo(Wake.NOBODY);
        assertThat(awake.missed(NOON, NOON.plusSeconds(5)).wake(ours, GRACE, NOON.plusSeconds(600)))
                .isEqualTo(Wake.OURS);
    }

    @Test
    void the_pause_after_a_deaf_test_grows_up_to_a_limit_and_ends_with_one_that_arrives() {
        Ear twice = Ear.NEW.deaf(NOON, REST).deaf(NOON, REST);
        assertThat(twice.restUntil()).isEqualTo(NOON.plus(REST.multipliedBy(2)));
        Ear often = twice;
        for (int i = 0; i < 100; i++) {
            often = often.deaf(NOON, REST);
        }
        assertThat(often.restUntil()).isEqualTo(NOON.plus(REST.multipliedBy(32)));
        assertThat(often.woken(NOON, REST).deaf(NOON, REST).restUntil()).isEqualTo(NOON.plus(REST));
    }
}
