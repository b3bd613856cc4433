package conveyarr.request;

import static conveyarr.request.Story.*;
import static conveyarr.request.Story.NOON;
import static conveyarr.request.Story.pollMonthsLater;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.RequestEvent.MediaRequested;
import conveyarr.events.RequestEvent.RequestApproved;
import conveyarr.events.RequestEvent.RequestDeclined;
import conveyarr.events.RequestEvent.RequestFailed;
import conveyarr.events.RequestEvent.RequestFulfilled;
import conveyarr.events.RequestEvent.RequestWithdrawn;
import conveyarr.request.core.Request.Fulfilled;
import conveyarr.request.core.Request.Open;
import conveyarr.request.core.Request.Unknown;
import conveyarr.request.core.Request.Withdrawn;
import conveyarr.request.core.Signal.Word;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestLifeTest {
    private static final MediaRequested REQUESTED =
            new MediaRequested(MATRIX, R17, "The Matrix", Optional.of(1999), "p_0123456789ab", false, List.of());
    private static final RequestApproved APPROVED = new RequestApproved(MATRIX, R17, false);
    private static final RequestApproved APPROVED_BY_ITSELF = new RequestApproved(MATRIX, R17, true);
    private static final RequestDeclined DECLINED = new RequestDeclined(MATRIX, R17);
    private static final RequestFailed FAILED = new RequestFailed(MATRIX, R17);
    private static final RequestFulfilled FULFILLED = new RequestFulfilled(MATRIX, R17);

    @Test
    void a_request_is_asked_for_approved_and_fulfilled() {
        ofARequest()
                .when(hook(Word.PENDING))
                .then(Open.class, REQUESTED)
                .when(hook(Word.APPROVED))
                .then(Open.class, APPROVED)
                .when(hook(Word.AVAILABLE))
                .then(Fulfilled.class, FULFILLED);
    }

    @Test
    void an_automatic_approval_is_both_the_request_and_its_approval() {
        ofARequest().when(hook(Word.AUTO_APPROVED)).then(Open.class, REQUESTED, APPROVED_BY_ITSELF);
    }

    @Test
    void one_that_is_first_seen_as_available_was_asked_for_and_approved() {
        ofARequest().when(poll(Word.AVAILABLE)).then(Fulfilled.class, REQUESTED, APPROVED, FULFILLED);
    }

    @Test
    void an_old_request_that_the_first_poll_finds_is_no_news_of_today() {
        var found = ofARequest().given(pollMonthsLater(Word.AVAILABLE, 7)).told();
        assertThat(found)
                .extracting(told -> told.occurrence().at())
                .containsExactly(NOON, NOON, NOON.plus(Duration.ofDays(210)));
        var failed = ofARequest().given(pollMonthsLater(Word.FAILED, 7)).told();
        assertThat(failed).extracting(told -> told.occurrence().at()).containsOnly(NOON);
    }

    @Test
    void what_becomes_of_a_request_that_we_know_is_news() {
        var told = ofARequest()
                .given(poll(Word.PENDING), pollMonthsLater(Word.APPROVED, 1), pollMonthsLater(Word.FAILED, 2))
                .told();
        assertThat(told)
                .extracting(one -> one.occurrence().at())
                .containsExactly(NOON, NOON.plus(Duration.ofDays(30)), NOON.plus(Duration.ofDays(60)));
    }

    @Test
    void a_request_is_never_later_than_its_first_sighting() {
        var told = ofARequest().given(pollMonthsLater(Word.APPROVED, -1)).told();
        assertThat(told).extracting(one -> one.occurrence().at()).containsOnly(NOON.minus(Duration.ofDays(30)));
    }

    @Test
    void what_hook_and_poll_both_show_is_told_once() {
        ofARequest()
                .given(hook(Word.PENDING))
                .when(poll(Word.PENDING))
                .then(Open.class)
                .when(hook(Word.PENDING))
                .then(Open.class);
    }

    @Test
    void an_approval_that_was_missed_is_told_before_the_failure() {
        ofARequest().given(hook(Word.PENDING)).when(hook(Word.FAILED)).then(Open.class, APPROVED, FAILED);
    }

    @Test
    void a_failed_request_can_still_be_fulfilled() {
        ofARequest()
                .given(hookAt(0, Word.AUTO_APPROVED), hookAt(1, Word.FAILED))
                .when(hookAt(60, Word.APPROVED))
                .then(Open.class, APPROVED)
                .when(hook(Word.AVAILABLE))
                .then(Fulfilled.class, FULFILLED);
    }

    @Test
    void a_declined_request_can_be_approved_later() {
        ofARequest()
                .given(hook(Word.PENDING))
                .when(hook(Word.DECLINED))
                .then(Open.class, DECLINED)
                .when(hook(Word.APPROVED))
                .then(Open.class, APPROVED);
    }

    @Test
    void a_completed_request_that_seerr_shows_as_approved_again_does_not_go_back() {
        var fulfilled = ofARequest().given(hook(Word.AUTO_APPROVED), hook(Word.AVAILABLE));
        for (Word word : Word.values()) {
            fulfilled.when(poll(word)).then(Fulfilled.class);
        }
    }

    @Test
    void an_open_request_that_is_gone_was_withdrawn() {
        ofARequest()
                .given(hook(Word.PENDING))
                .when(gone())
                .then(Withdrawn.class, new RequestWithdrawn(MATRIX, R17))
                .when(gone())
                .then(Withdrawn.class)
                .when(hook(Word.APPROVED))
                .then(Withdrawn.class);
    }

    @Test
    void a_request_that_was_fulfilled_declined_or_never_seen_is_not_withdrawn() {
        ofARequest().given(hook(Word.AVAILABLE)).when(gone()).then(Fulfilled.class);
        ofARequest().given(hook(Word.DECLINED)).when(gone()).then(Open.class);
        ofARequest().when(gone()).then(Unknown.class);
    }

    @Test
    void a_withdrawn_request_that_seerr_shows_again_is_open_again_and_its_steps_are_others() {
        var story = ofARequest()
                .given(hook(Word.AUTO_APPROVED), gone())
                .when(poll(Word.PENDING))
                .then(Open.class, REQUESTED)
                .when(pollAt(90, Word.APPROVED))
                .then(Open.class, APPROVED)
                .when(goneAt(120))
                .then(Withdrawn.class, new RequestWithdrawn(MATRIX, R17))
                .when(pollAt(150, Word.AVAILABLE))
                .then(Fulfilled.class, REQUESTED, APPROVED, FULFILLED);
        assertThat(story.told()).extracting(told -> told.occurrence().id()).doesNotHaveDuplicates();
    }

    @Test
    void the_second_life_of_a_request_begins_after_the_first_one_ended() {
        var told = ofARequest()
                .given(hook(Word.PENDING), gone(), poll(Word.PENDING))
                .told();
        assertThat(told)
                .extracting(one -> one.occurrence().at())
                .containsExactly(
                        NOON, gone().occurrence().at(), gone().occurrence().at());
    }

    @Test
    void the_same_step_has_the_same_id_whoever_shows_it() {
        var byHook = ofARequest().given(hook(Word.AUTO_APPROVED)).told();
        var byPoll = ofARequest().given(poll(Word.PENDING), poll(Word.APPROVED)).told();
        assertThat(byHook)
                .extracting(told -> told.occurrence().id())
                .isEqualTo(byPoll.stream().map(told -> told.occurrence().id()).toList());
    }
}
