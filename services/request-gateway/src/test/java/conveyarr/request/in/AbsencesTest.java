package conveyarr.request.in;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.RequestId;
import conveyarr.request.in.Absences.Known;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AbsencesTest {
    private static final RequestId THREE = new RequestId("seerr", 3);
    private static final RequestId NINETY = new RequestId("seerr", 90);

    private final Absences absences = new Absences();

    @Test
    void one_that_two_answers_in_a_row_do_not_hold_is_gone() {
        assertThat(certain(Set.of(1L, 2L, 4L), THREE)).isEmpty();
        assertThat(certain(Set.of(1L, 2L, 4L), THREE)).containsExactly(THREE);
    }

    @Test
    void one_that_comes_back_in_between_is_not() {
        certain(Set.of(1L, 4L), THREE);
        certain(Set.of(1L, 3L, 4L), THREE);
        assertThat(certain(Set.of(1L, 4L), THREE)).isEmpty();
    }

    @Test
    void an_empty_answer_proves_nothing_however_often_it_comes() {
        certain(Set.of(), THREE);
        assertThat(certain(Set.of(), THREE)).isEmpty();
        assertThat(absences.certain("seerr", known(List.of(THREE), 0), Set.of()))
                .isEmpty();
    }

    @Test
    void an_answer_below_a_number_that_is_known_proves_nothing() {
        certain(Set.of(1L, 2L), THREE);
        assertThat(certain(Set.of(1L, 2L), THREE)).isEmpty();
    }

    @Test
    void two_answers_with_one_that_proves_nothing_in_between_are_not_in_a_row() {
        certain(Set.of(1L, 4L), THREE);
        certain(Set.of(), THREE);
        assertThat(certain(Set.of(1L, 4L), THREE)).isEmpty();
    }

    @Test
    void among_many_an_old_one_may_be_finished_but_a_new_one_is_gone() {
        var answer = LongStream.rangeClosed(41, 91)
                .filter(number -> number != 90)
                .boxed()
                .collect(Collectors.toSet());
        certain(answer, THREE, NINETY);
        assertThat(certain(answer, THREE, NINETY)).containsExactly(NINETY);
    }

    /** Of none of them a word is known. */
    static Known known(List<RequestId> open, long highest) {
        return new Known(open.stream().collect(Collectors.toMap(one -> one, _ -> Optional.empty())), highest);
    }

    private List<RequestId> certain(Set<Long> answered, RequestId... open) {
        long highest = Stream.of(open).mapToLong(RequestId::number).max().orElseThrow();
        return absences.certain("seerr", known(List.of(open), highest), answered);
    }
}
