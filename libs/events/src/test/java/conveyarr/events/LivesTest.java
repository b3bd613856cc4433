package conveyarr.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LivesTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Lives LONG =
            Lives.FIRST.after(1, NOON).after(899, at(100)).after(900, at(99));

    @Test
    void growing_numbers_are_one_life_and_so_are_rows_that_are_read_again() {
        var again = LONG.after(899, at(100)).after(1, NOON).after(901, at(50)).after(902, at(101));
        assertThat(again.begun()).isEmpty();
        assertThat(again.epochAt(at(1000))).isZero();
    }

    @Test
    void a_number_that_is_given_twice_begins_a_life_and_what_was_before_stays_what_it_was() {
        var reset = LONG.after(1, at(200)).after(2, at(201));
        assertThat(reset.begun()).containsExactly(at(100));
        assertThat(reset.epochAt(NOON)).isZero();
        assertThat(reset.epochAt(at(100))).isZero();
        assertThat(reset.epochAt(at(200))).isEqualTo(1);
        assertThat(reset.after(1, at(200))).isEqualTo(reset);
    }

    @Test
    void a_restored_database_goes_on_from_where_its_copy_was() {
        var restored = LONG.after(801, at(200));
        assertThat(restored.epochAt(at(200))).isEqualTo(1);
        assertThat(restored.after(802, at(300)).after(801, at(400)).epochAt(at(400)))
                .isEqualTo(2);
    }

    @Test
    void rows_that_vanished_with_their_title_begin_nothing() {
        assertThat(LONG.after(400, at(40)).after(905, at(200)).begun()).isEmpty();
    }

    private static Instant at(long minute) {
        return NOON.plusSeconds(60 * minute);
    }
}
