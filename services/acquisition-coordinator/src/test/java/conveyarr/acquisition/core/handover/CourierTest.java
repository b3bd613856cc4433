package conveyarr.acquisition.core.handover;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.acquisition.core.handover.HandOver.*;
import conveyarr.acquisition.core.handover.Signal.*;
import conveyarr.acquisition.core.handover.Signal.Sight.*;
import conveyarr.events.AcquisitionEvent.HandOverDelayed;
import conveyarr.events.AcquisitionEvent.HandOverGivenUp;
import conveyarr.events.AcquisitionEvent.HandOverWanted;
import conveyarr.events.DomainEvent;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestId;
import conveyarr.events.Via;
import conveyarr.flow.Effect.Publish;
import conveyarr.flow.state.StateJson;
import conveyarr.flow.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An approved request until the *arr has it, minute by minute. */
class CourierTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final RequestId R17 = new RequestId("seerr", 17);
    private static final MediaId MATRIX = MediaId.movie(603);
    private static final Patience PATIENCE =
            new Patience(ofMinutes(5), ofMinutes(1), ofMinutes(5), ofHours(1), 3, ofHours(24));

    private final Courier courier = new Courier(PATIENCE);
    private final List<Publish> told = new ArrayList<>();
    private HandOver state = new HandOver.Asked(false, 0);

    @Test
    void nobody_looks_before_the_time_and_what_is_there_is_never_handed_on_again() {
        hear(new Requested(R17, at(0), true));
        hear(new Approved(R17, at(0), MATRIX));
        assertThat(due()).isEqualTo(minute(5));
        look(5, new Found("radarr"));
        assertThat(state).isEqualTo(new Over(true, 0, Optional.of(minute(5))));
        assertThat(told()).isEmpty();
    }

    /** Seerr calls it failed, and it had arrived all the same: the time limit of its call had passed. */
    @Test
    void seerrs_word_that_it_failed_is_no_proof() {
        hear(new Approved(R17, at(0), MATRIX));
        hear(new Failed(R17, at(1), MATRIX));
        assertThat(due()).isEqualTo(minute(2));
        look(2, new Found("radarr"));
        assertThat(told()).isEmpty();
    }

    @Test
    void a_radarr_that_is_away_for_ten_minutes_costs_one_attempt_and_ends_well() {
        hear(new Approved(R17, at(0), MATRIX));
        hear(new Failed(R17, at(0), MATRIX));
        var silent = new Unanswered("radarr does not answer: connection refused");
        int minute = 0;
        while (minute < 10) {
            minute = (int) Duration.between(NOON, due()).toMinutes();
            look(minute, minute < 10 ? silent : new Missing(List.of("radarr")));
        }
        assertThat(told())
                .containsExactly(
                        new HandOverDelayed(MATRIX, R17, "radarr does not answer: connection refused"),
                        new HandOverWanted(MATRIX, R17, 1));
        assertThat(due()).isEqualTo(minute(15));
        look(15, new Found("radarr"));
        assertThat(state).isInstanceOf(Over.class);
        assertThat(told()).hasSize(2);
    }

    @Test
    void the_pauses_grow_and_in_the_end_it_is_given_up_with_a_reason() {
        hear(new Approved(R17, at(0), MATRIX));
        var missing = new Missing(List.of("radarr"));
        look(5, missing);
        assertThat(due()).isEqualTo(minute(10));
        look(10, missing);
        assertThat(due()).isEqualTo(minute(20));
        look(20, missing);
        assertThat(due()).isEqualTo(minute(40));
        look(40, missing);
        assertThat(state).isInstanceOf(GivenUp.class);
        assertThat(told())
                .containsExactly(
                        new HandOverWanted(MATRIX, R17, 1),
                        new HandOverWanted(MATRIX, R17, 2),
                        new HandOverWanted(MATRIX, R17, 3),
                        new HandOverGivenUp(MATRIX, R17, 3, "radarr still does not have it"));
    }

    @Test
    void an_arr_that_stays_away_is_given_up_after_a_day_and_never_silently() {
        hear(new Approved(R17, at(0), MATRIX));
        look(5, new Unanswered("no answer in time"));
        look(24 * 60 + 5, new Unanswered("no answer in time"));
        assertThat(state).isInstanceOf(Waiting.class);
        look(24 * 60 + 6, new Unanswered("no answer in time"));
        assertThat(told())
                .containsExactly(
                        new HandOverDelayed(MATRIX, R17, "no answer in time"),
                        new HandOverGivenUp(MATRIX, R17, 0, "no answer in time"));
    }

    @Test
    void a_person_may_begin_anew_and_no_attempt_has_the_name_of_another() {
        hear(new Approved(R17, at(0), MATRIX));
        for (int minute : List.of(5, 10, 20, 40)) {
            look(minute, new Missing(List.of("radarr")));
        }
        hear(new Approved(R17, at(60), MATRIX));
        look(65, new Missing(List.of("radarr")));
        assertThat(told()).last().isEqualTo(new HandOverWanted(MATRIX, R17, 4));
        assertThat(told.stream().map(one -> one.occurrence().id())).doesNotHaveDuplicates();
    }

    @Test
    void what_ended_is_not_looked_for() {
        hear(new Approved(R17, at(0), MATRIX));
        hear(new Ended(R17, at(1)));
        assertThat(state).isInstanceOf(Over.class);
        look(5, new Missing(List.of("radarr")));
        assertThat(told()).isEmpty();
    }

    /** Seerr tells each retry of ours as an approval, and that it failed, once more. */
    @Test
    void a_retry_that_fails_at_once_keeps_the_pauses_and_begins_nothing_anew() {
        hear(new Approved(R17, at(0), MATRIX));
        hear(new Failed(R17, at(1), MATRIX));
        var missing = new Missing(List.of("radarr"));
        for (int minute : List.of(2, 7, 17)) {
            assertThat(due()).isEqualTo(minute(minute));
            look(minute, missing);
            hear(new Approved(R17, at(minute), MATRIX));
            hear(new Failed(R17, at(minute), MATRIX));
        }
        assertThat(due()).isEqualTo(minute(37));
        look(37, missing);
        assertThat(told()).last().isInstanceOf(HandOverGivenUp.class);
    }

    @Test
    void what_was_declined_and_then_approved_is_looked_for_whatever_comes_first() {
        hear(new Approved(R17, at(3), MATRIX));
        hear(new Ended(R17, at(1)));
        assertThat(due()).isEqualTo(minute(8));
        hear(new Ended(R17, at(4)));
        hear(new Approved(R17, at(2), MATRIX));
        hear(new Failed(R17, at(2), MATRIX));
        assertThat(state).isInstanceOf(Over.class);
        hear(new Approved(R17, at(6), MATRIX));
        assertThat(due()).isEqualTo(minute(11));
        hear(new Approved(R17, at(9), MATRIX));
        hear(new Ended(R17, at(8)));
        assertThat(due()).isEqualTo(minute(11));
    }

    @Test
    void what_an_older_version_has_kept_is_read() {
        String waiting =
                "{\"media\":\"movie:tmdb:603\",\"uhd\":true,\"attempts\":2,\"tries\":1,\"due\":\"2030-01-01T12:05:00Z\",\"delay\":null}";
        state = Json.read(waiting, Waiting.class);
        assertThat(due()).isEqualTo(minute(5));
        hear(new Ended(R17, at(1)));
        assertThat(state).isInstanceOf(Over.class);
        state = Json.read("{\"uhd\":true,\"attempts\":2}", Over.class);
        hear(new Approved(R17, at(1), MATRIX));
        assertThat(due()).isEqualTo(minute(6));
    }

    @Test
    void what_was_approved_before_we_came_is_left_alone() {
        hear(new Approved(R17, at(0).asPast(), MATRIX));
        assertThat(state).isEqualTo(new Over(false, 0, Optional.of(minute(0))));
    }

    @Test
    void the_same_look_in_a_process_that_died_gives_the_same_ids() {
        hear(new Approved(R17, at(0), MATRIX));
        HandOver before = state;
        look(5, new Missing(List.of("radarr")));
        UUID first = told.getFirst().occurrence().id();
        state = before;
        look(6, new Missing(List.of("radarr")));
        assertThat(told.getLast().occurrence().id()).isEqualTo(first);
    }

    /** Seerr may well have handed it on to a Radarr that we do not know. */
    @Test
    void where_no_radarr_is_set_up_that_is_told_once_and_never_given_up() {
        hear(new Approved(R17, at(0), MATRIX));
        look(5, new NoneSetUp("Radarr"));
        for (int hour = 1; hour < 100; hour++) {
            assertThat(due()).isEqualTo(minute(5 + 60 * hour));
            look(5 + 60 * hour, new NoneSetUp("Radarr"));
        }
        var why = "No Radarr is set up in Conveyarr, which cannot see what becomes of the request";
        assertThat(told())
                .containsExactly(new HandOverDelayed(
                        MATRIX, R17, why, Optional.of("NO_ARR"), Optional.of("Set up Radarr in Conveyarr")));
        look(6100, new Unanswered("no answer in time"));
        assertThat(state).isInstanceOf(Waiting.class);
        look(6101, new Found("radarr"));
        assertThat(state).isInstanceOf(Over.class);
    }

    @Test
    void a_series_that_no_program_lists_under_a_name_that_we_share_is_left_to_seerr() {
        hear(new Approved(R17, at(0), MediaId.series(81189)));
        look(5, new Nobody());
        assertThat(state).isInstanceOf(Over.class);
        assertThat(told()).isEmpty();
    }

    @Test
    void a_4k_request_is_looked_for_where_4k_is_kept() {
        assertThat(Homes.of(List.of("radarr", "radarr-4k"), true)).containsExactly("radarr-4k");
        assertThat(Homes.of(List.of("radarr", "radarr-4k"), false)).containsExactly("radarr");
        assertThat(Homes.of(List.of("radarr"), true)).containsExactly("radarr");
        assertThat(Homes.of(List.of("movies", "more"), true)).containsExactly("movies", "more");
        assertThat(Homes.of(List.of(), true)).isEmpty();
    }

    private void hear(Signal signal) {
        var json = new StateJson<>(HandOver.class);
        var row = new Row();
        var next = courier.on(state, signal);
        json.write(next.state(), row); // as in the table
        state = json.read(row);
        assertThat(state).isEqualTo(next.state());
        next.effects().forEach(effect -> told.add((Publish) effect));
    }

    private void look(int minute, Sight sight) {
        hear(new Looked(R17, minute(minute), sight));
    }

    private List<DomainEvent> told() {
        return told.stream().map(Publish::event).toList();
    }

    private Instant due() {
        return ((Waiting) state).due();
    }

    private static Instant minute(int minute) {
        return NOON.plus(ofMinutes(minute));
    }

    private static Occurrence at(int minute) {
        return Occurrence.at(minute(minute), Via.HOOK, "seerr", NaturalKey.of("told", 17, minute));
    }

    private static final class Row extends conveyarr.flow.state.StateRow {}
}
