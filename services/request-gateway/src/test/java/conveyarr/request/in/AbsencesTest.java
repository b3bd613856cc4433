package conveyarr.request.in;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.RequestId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AbsencesTest {
    private static final RequestId THREE = new RequestId("seerr", 3);
    private static final RequestId NINETY = new RequestId("seerr", 90);

    private final Absences absences = new Absences();

    @Test
    void one_that_two_answers_in_a_row_do_not_hold_is_gone() {
        assertThat(absences.certain("seerr", List.of(THREE), Set.of(1L, 2L))).isEmpty();
        assertThat(absences.certain("seerr", List.of(THREE), Set.of(1L, 2L))).containsExactly(THREE);
    }

    @Test
    void one_that_comes_back_in_between_is_not() {
        absences.certain("seerr", List.of(THREE), Set.of(1L));
        absences.certain("seerr", List.of(THREE), Set.of(1L, 3L));
        assertThat(absences.certain("seerr", List.of(THREE), Set.of(1L))).isEmpty();
    }

    @Test
    void among_many_an_old_one_may_be_finished_but_a_new_one_is_gone() {
        var answer = LongStream.rangeClosed(41, 91)
                .filter(number -> number != 90)
                .boxed()
                .collect(Collectors.toSet());
        absences.certain("seerr", List.of(THREE, NINETY), answer);
        assertThat(absences.certain("seerr", List.of(THREE, NINETY), answer)).containsExactly(NINETY);
    }
}
