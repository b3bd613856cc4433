package conveyarr.request;

import static conveyarr.request.Story.NOON;
import static conveyarr.request.Story.R17;
import static conveyarr.request.Story.hook;
import static conveyarr.request.Story.poll;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Effect;
import conveyarr.request.core.Call.ConsiderApproval;
import conveyarr.request.core.Call.RetryHandOver;
import conveyarr.request.core.Course;
import conveyarr.request.core.Request;
import conveyarr.request.core.Signal;
import conveyarr.request.core.Signal.Late;
import conveyarr.request.core.Signal.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What we do to a request ourselves: hand it on again, and consider it. */
class LateRequestTest {
    private static final Occurrence LATE =
            Occurrence.at(NOON.plusSeconds(300), Via.SELF, "seerr", NaturalKey.of("late", 17));

    @Test
    void a_request_that_the_arr_never_got_is_handed_on_again() {
        assertThat(calls(false, hook(Word.APPROVED), new Late(R17, LATE, 2)))
                .containsExactly(new RetryHandOver(R17, 2));
        assertThat(calls(false, hook(Word.FAILED), new Late(R17, LATE, 1))).containsExactly(new RetryHandOver(R17, 1));
    }

    @Test
    void what_people_have_ended_and_what_is_there_is_not() {
        assertThat(calls(false, hook(Word.DECLINED), new Late(R17, LATE, 1))).isEmpty();
        assertThat(calls(false, hook(Word.AVAILABLE), new Late(R17, LATE, 1))).isEmpty();
        assertThat(calls(false, hook(Word.APPROVED), Story.gone(), new Late(R17, LATE, 1)))
                .isEmpty();
        assertThat(calls(false, new Late(R17, LATE, 1))).isEmpty();
        assertThat(calls(false, hook(Word.APPROVED), new Late(R17, LATE.asPast(), 1)))
                .isEmpty();
    }

    @Test
    void a_new_request_is_considered_once_and_only_where_there_are_rules() {
        assertThat(calls(true, hook(Word.PENDING), poll(Word.PENDING))).containsExactly(new ConsiderApproval(R17));
        assertThat(calls(false, hook(Word.PENDING))).isEmpty();
        assertThat(calls(true, hook(Word.AUTO_APPROVED))).isEmpty();
        assertThat(calls(true, hook(Word.DECLINED), hook(Word.PENDING))).isEmpty();
    }

    @Test
    void what_waited_before_we_came_is_left_to_people() {
        var seen = poll(Word.PENDING);
        var past = new Signal.Seen(seen.request(), seen.occurrence().asPast(), seen.media(), seen.word(), seen.asked());
        assertThat(calls(true, past, poll(Word.PENDING))).isEmpty();
    }

    private static List<Effect> calls(boolean considers, Signal... signals) {
        var course = new Course(considers);
        Request state = new Request.Unknown();
        var calls = new java.util.ArrayList<Effect>();
        for (Signal signal : signals) {
            var next = course.on(state, signal);
            state = next.state();
            next.effects().stream()
                    .filter(effect -> !(effect instanceof Effect.Publish))
                    .forEach(calls::add);
        }
        return calls;
    }
}
