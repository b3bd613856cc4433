package conveyarr.request;

import static conveyarr.request.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestEvent.RequestApproved;
import conveyarr.events.RequestEvent.RequestDeclined;
import conveyarr.events.RequestEvent.RequestFailed;
import conveyarr.events.RequestEvent.RequestWithdrawn;
import conveyarr.events.Via;
import conveyarr.flow.wire.Json;
import conveyarr.request.core.Course;
import conveyarr.request.core.Request;
import conveyarr.request.core.Request.Fulfilled;
import conveyarr.request.core.Request.Open;
import conveyarr.request.core.Request.Withdrawn;
import conveyarr.request.core.Signal;
import conveyarr.request.core.Signal.Late;
import conveyarr.request.core.Signal.Word;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** People change their minds, and a retry may fail as the first try did: each change is told, and has an id of its own. */
class AgainTest {
    private static final RequestApproved APPROVED = new RequestApproved(MATRIX, R17, false);
    private static final RequestDeclined DECLINED = new RequestDeclined(MATRIX, R17);
    private static final RequestFailed FAILED = new RequestFailed(MATRIX, R17, false);
    private static final RequestFailed FAILED_AGAIN = new RequestFailed(MATRIX, R17, true);
    private static final String OLD_ROW = "{\"media\":\"movie:tmdb:603\",\"told\":[%s],\"life\":0}";

    @Test
    void a_request_is_declined_approved_and_declined_once_more() {
        var story = ofARequest()
                .given(hookAt(0, Word.PENDING), hookAt(60, Word.DECLINED))
                .when(hookAt(120, Word.APPROVED))
                .then(Open.class, APPROVED)
                .when(hookAt(180, Word.DECLINED))
                .then(Open.class, DECLINED)
                .when(hookAt(240, Word.APPROVED))
                .then(Open.class, APPROVED)
                .when(hookAt(300, Word.AVAILABLE));
        assertThat(story.state()).isInstanceOf(Fulfilled.class);
        assertThat(story.told()).extracting(told -> told.occurrence().id()).doesNotHaveDuplicates();
    }

    @Test
    void a_retry_is_an_approval_and_may_fail_again() {
        ofARequest()
                .given(hookAt(0, Word.AUTO_APPROVED))
                .when(hookAt(1, Word.FAILED))
                .then(Open.class, FAILED)
                .when(hookAt(600, Word.APPROVED))
                .then(Open.class, APPROVED)
                .when(hookAt(601, Word.FAILED))
                .then(Open.class, FAILED_AGAIN);
    }

    @Test
    void a_failure_implies_an_approval_since_the_last_word() {
        ofARequest()
                .given(pollAt(0, Word.FAILED))
                .when(pollAt(60, Word.APPROVED))
                .then(Open.class, APPROVED)
                .when(pollAt(120, Word.DECLINED))
                .then(Open.class, DECLINED)
                .when(pollAt(180, Word.FAILED))
                .then(Open.class, APPROVED, FAILED_AGAIN);
    }

    @Test
    void the_first_of_each_has_the_id_that_it_always_had_and_the_next_is_numbered() {
        var told = ofARequest()
                .given(hookAt(0, Word.DECLINED), hookAt(60, Word.APPROVED), hookAt(120, Word.DECLINED))
                .told();
        assertThat(told)
                .extracting(one -> one.occurrence().id())
                .containsExactly(
                        id(NaturalKey.of("request-step", 17, "requested", 1)),
                        id(NaturalKey.of("request-step", 17, "declined", 1)),
                        id(NaturalKey.of("request-step", 17, "approved", 1)),
                        id(NaturalKey.of("request-step", 17, "declined", 1, 2)));
    }

    @Test
    void the_same_word_once_more_is_no_news_and_neither_is_a_replay() {
        ofARequest()
                .given(hookAt(0, Word.APPROVED), hookAt(60, Word.DECLINED))
                .when(pollAt(90, Word.DECLINED))
                .then(Open.class)
                .when(hookAt(95, Word.DECLINED))
                .then(Open.class)
                .when(hookAt(0, Word.APPROVED))
                .then(Open.class)
                .when(pollAt(120, Word.DECLINED))
                .then(Open.class);
    }

    /** The hook of the approval waited in the spool while polls showed the present. */
    @Test
    void a_late_hook_between_two_of_one_word_shows_that_there_were_two() {
        var told = ofARequest()
                .given(hookAt(0, Word.DECLINED), pollAt(100, Word.DECLINED))
                .when(hookAt(40, Word.APPROVED))
                .then(Open.class, APPROVED, DECLINED)
                .when(hookAt(80, Word.DECLINED))
                .then(Open.class)
                .told();
        assertThat(told.get(2).occurrence().at()).isEqualTo(NOON.plusSeconds(40));
        assertThat(told.get(3).occurrence().at()).isBetween(NOON.plusSeconds(90), NOON.plusSeconds(100));
    }

    /** A Seerr may send its hook before its own list shows what it tells. */
    @Test
    void an_answer_of_the_same_moment_as_a_hook_is_older_than_it() {
        ofARequest()
                .given(hookAt(0, Word.APPROVED), hookAt(60, Word.DECLINED))
                .when(pollAt(61, Word.APPROVED))
                .then(Open.class)
                .when(pollAt(90, Word.DECLINED))
                .then(Open.class);
    }

    @Test
    void whether_it_was_withdrawn_and_is_handed_on_depends_on_the_last_word() {
        ofARequest()
                .given(hookAt(0, Word.DECLINED), hookAt(30, Word.APPROVED))
                .when(gone())
                .then(Withdrawn.class, new RequestWithdrawn(MATRIX, R17));
        var again = ofARequest().given(hookAt(0, Word.APPROVED), hookAt(20, Word.DECLINED), hookAt(40, Word.APPROVED));
        assertThat(new Course(false).on(again.state(), late(50)).effects()).hasSize(1);
        again.given(hookAt(60, Word.DECLINED));
        assertThat(new Course(false).on(again.state(), late(70)).effects()).isEmpty();
        again.when(goneAt(90)).then(Open.class);
    }

    @Test
    void a_row_of_an_older_version_takes_the_first_word_over_and_tells_what_comes_then() {
        ofARow("REQUESTED", "APPROVED", "DECLINED")
                .when(pollAt(0, Word.APPROVED))
                .then(Open.class)
                .when(pollAt(60, Word.DECLINED))
                .then(Open.class, DECLINED);
        ofARow("REQUESTED", "APPROVED", "FAILED")
                .when(pollAt(0, Word.FAILED))
                .then(Open.class)
                .when(hookAt(60, Word.APPROVED))
                .then(Open.class, APPROVED);
        ofARow("REQUESTED", "APPROVED").when(pollAt(0, Word.FAILED)).then(Open.class, FAILED);
        ofARow("REQUESTED", "DECLINED").when(goneAt(0)).then(Open.class);
    }

    @Test
    void what_is_written_down_is_read_again() {
        var story = ofARequest().given(hookAt(0, Word.FAILED), pollAt(60, Word.APPROVED), hookAt(90, Word.DECLINED));
        assertThat(Json.read(Json.write(story.state()), Open.class)).isEqualTo(story.state());
    }

    /** Found by a poll after an hour without one. */
    @Test
    void a_step_is_as_old_as_seerr_says_where_that_can_be() {
        assertThat(told(since(3600, 600))).isEqualTo(NOON.plusSeconds(600));
        assertThat(told(since(3600, 30))).isEqualTo(NOON.plusSeconds(3600)); // it was declined after that
        assertThat(told(since(3600, 4000))).isEqualTo(NOON.plusSeconds(3600));
    }

    private static java.time.Instant told(Signal.Seen seen) {
        return ofARequest()
                .given(hookAt(60, Word.DECLINED), seen)
                .told()
                .getLast()
                .occurrence()
                .at();
    }

    private static Signal.Seen since(int second, int since) {
        var seen = pollAt(second, Word.APPROVED);
        return new Signal.Seen(
                seen.request(),
                seen.occurrence(),
                seen.media(),
                seen.word(),
                seen.asked(),
                Optional.of(NOON.plusSeconds(since)));
    }

    @Test
    void a_hook_of_an_earlier_life_tells_nothing_in_the_next() {
        ofARequest()
                .given(hookAt(0, Word.APPROVED), hookAt(30, Word.DECLINED), hookAt(40, Word.APPROVED), gone())
                .given(pollAt(120, Word.APPROVED))
                .when(hookAt(30, Word.DECLINED))
                .then(Open.class);
    }

    @Test
    void somebody_who_never_makes_up_his_mind_is_followed_for_ever_at_a_small_price() {
        var story = ofARequest();
        for (int minute = 0; minute < 100; minute++) {
            story.given(hookAt(60 * minute, minute % 2 == 0 ? Word.APPROVED : Word.DECLINED));
            story.given(pollAt(60 * minute + 30, minute % 2 == 0 ? Word.APPROVED : Word.DECLINED));
        }
        assertThat(story.told()).hasSize(101);
        assertThat(story.told()).extracting(told -> told.occurrence().id()).doesNotHaveDuplicates();
        assertThat(Json.write(story.state()).length()).isLessThan(2_000);
    }

    private static Story ofARow(String... told) {
        String steps = String.join(
                ",", List.of(told).stream().map(step -> "\"" + step + "\"").toList());
        return Story.of(Json.read(OLD_ROW.formatted(steps), Request.Open.class));
    }

    private static Signal late(int second) {
        var at = Occurrence.at(NOON.plusSeconds(second), Via.SELF, "seerr", NaturalKey.of("late", 17, second));
        return new Late(R17, at, 1);
    }

    private static java.util.UUID id(NaturalKey key) {
        return Occurrence.at(NOON, Via.HOOK, "seerr", key).id();
    }
}
