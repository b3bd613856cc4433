package conveyarr.request.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EarTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration REST = Duration.ofMinutes(1);
    private static final Duration GRACE = Duration.ofMinutes(2);

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
}
