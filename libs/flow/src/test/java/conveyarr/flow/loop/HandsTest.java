package conveyarr.flow.loop;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.flow.loop.CallTable.Due;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HandsTest {
    private final Hands hands = new Hands();

    @Test
    void a_place_that_hangs_leaves_hands_for_the_others() {
        assertThat(taken("phone", 1, 20)).isEqualTo(Hands.AT_ONE_PLACE);
        assertThat(hands.busy()).containsExactly("phone");
        assertThat(taken("mail", 21, 22)).isEqualTo(2);
        hands.letGo(due(1, "phone"));
        assertThat(hands.busy()).isEmpty();
        assertThat(hands.take(due(20, "phone"))).isTrue();
    }

    @Test
    void ten_places_that_hang_leave_hands_for_another() {
        for (int place = 1; place <= 10; place++) {
            assertThat(taken("hung " + place, place * 100, place * 100 + 50)).isEqualTo(Hands.AT_ONE_PLACE);
        }
        assertThat(taken("mail", 1, 2)).isEqualTo(2);
        assertThat(taken("", 3, 4)).isEqualTo(2);
    }

    @Test
    void what_stays_here_leaves_hands_for_the_places() {
        assertThat(taken("", 1, 100)).isEqualTo(Hands.AT_HOME);
        assertThat(hands.busy()).containsExactly("");
        assertThat(taken("phone", 101, 102)).isEqualTo(2);
    }

    @Test
    void there_are_so_many_and_no_more() {
        for (int place = 1; place <= 20; place++) {
            taken("place " + place, place * 100, place * 100 + 50);
        }
        assertThat(hands.free()).isZero();
        assertThat(hands.calls()).hasSize(Hands.ALL);
    }

    @Test
    void a_call_that_is_being_made_is_not_begun_again() {
        assertThat(hands.take(due(1, "phone"))).isTrue();
        assertThat(hands.take(due(1, "phone"))).isFalse();
        assertThat(hands.calls()).containsExactly(1L);
    }

    @Test
    void the_end_waits_for_the_last_call_and_not_for_ever() throws InterruptedException {
        hands.awaitAll(Duration.ofHours(1));
        hands.take(due(1, "phone"));
        hands.awaitAll(Duration.ofMillis(10));
        Thread.ofVirtual().start(() -> hands.letGo(due(1, "phone")));
        hands.awaitAll(Duration.ofHours(1));
        assertThat(hands.calls()).isEmpty();
    }

    private long taken(String place, long from, long to) {
        return LongStream.rangeClosed(from, to)
                .filter(id -> hands.take(due(id, place)))
                .count();
    }

    private static Due due(long id, String place) {
        return new Due(id, "Send", "{}", 0, place);
    }
}
