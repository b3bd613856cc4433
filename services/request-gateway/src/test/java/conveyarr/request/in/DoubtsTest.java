package conveyarr.request.in;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.RequestId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoubtsTest {
    private static final RequestId SEVEN = new RequestId("seerr", 7);
    private static final RequestId EIGHT = new RequestId("seerr", 8);
    private static final RequestId NINE = new RequestId("seerr", 9);

    private final Doubts doubts = new Doubts();

    @Test
    void the_newest_is_gone_when_seerr_says_twice_in_a_row_that_it_has_it_not() {
        assertThat(next(Set.of(7L), SEVEN, NINE)).contains(NINE);
        assertThat(doubts.isGone(NINE, false)).isFalse();
        assertThat(next(Set.of(7L), SEVEN, NINE)).contains(NINE);
        assertThat(doubts.isGone(NINE, true)).isFalse();
        assertThat(doubts.isGone(NINE, false)).isFalse();
        assertThat(doubts.isGone(NINE, false)).isTrue();
    }

    @Test
    void one_that_an_answer_holds_in_between_is_asked_for_from_the_beginning() {
        doubts.isGone(NINE, false);
        assertThat(next(Set.of(7L, 9L), SEVEN, NINE)).isEmpty();
        assertThat(doubts.isGone(NINE, false)).isFalse();
    }

    @Test
    void of_several_each_has_its_turn_until_it_is_there_or_gone() {
        next(Set.of(7L, 8L, 9L), SEVEN, EIGHT, NINE);
        assertThat(next(Set.of(7L), SEVEN, EIGHT, NINE)).contains(EIGHT);
        doubts.isGone(EIGHT, false);
        assertThat(next(Set.of(7L), SEVEN, EIGHT, NINE)).contains(EIGHT);
        doubts.isGone(EIGHT, true);
        assertThat(next(Set.of(7L), SEVEN, EIGHT, NINE)).contains(NINE);
        doubts.isGone(NINE, true);
        assertThat(next(Set.of(7L), SEVEN, EIGHT, NINE)).contains(EIGHT);
    }

    @Test
    void the_only_one_is_asked_for_and_several_of_another_database_are_not() {
        assertThat(next(Set.of(), NINE)).contains(NINE);
        assertThat(next(Set.of(), SEVEN, NINE)).isEmpty();
        assertThat(next(Set.of(1L), SEVEN, NINE)).isEmpty();
        next(Set.of(7L, 9L), SEVEN, NINE);
        assertThat(next(Set.of(1L), new RequestId("seerr", 1), SEVEN, NINE)).isEmpty();
    }

    private Optional<RequestId> next(Set<Long> answered, RequestId... open) {
        return doubts.next("seerr", AbsencesTest.known(List.of(open), 9), answered);
    }
}
