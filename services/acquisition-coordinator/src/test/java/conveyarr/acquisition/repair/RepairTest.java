package conveyarr.acquisition.repair;

import static conveyarr.events.RepairAction.*;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.acquisition.core.Acquisition;
import conveyarr.acquisition.core.Call;
import conveyarr.acquisition.core.Call.*;
import conveyarr.acquisition.core.Pursuit;
import conveyarr.acquisition.core.Signal.Picked;
import conveyarr.acquisition.core.Signal.Release;
import conveyarr.acquisition.core.Signal.Title;
import conveyarr.acquisition.core.repair.RepairOrder;
import conveyarr.acquisition.core.repair.RepairOrder.Target;
import conveyarr.acquisition.core.repair.RepairOrder.Why;
import conveyarr.acquisition.core.repair.RepairPolicy;
import conveyarr.acquisition.core.repair.RepairSignal;
import conveyarr.acquisition.core.repair.RepairSignal.Answer;
import conveyarr.acquisition.core.repair.RepairSignal.Answered;
import conveyarr.acquisition.core.repair.RepairSignal.Ordered;
import conveyarr.acquisition.core.repair.RepairSignal.Ticked;
import conveyarr.acquisition.core.repair.Repairman;
import conveyarr.acquisition.core.repair.Repairs;
import conveyarr.acquisition.core.repair.Repairs.Step;
import conveyarr.acquisition.core.repair.Served;
import conveyarr.events.AcquisitionEvent.RepairDone;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.RepairAction;
import conveyarr.events.RepairOutcome;
import conveyarr.events.Trace;
import conveyarr.events.Via;
import conveyarr.flow.Effect;
import conveyarr.flow.Effect.Publish;
import conveyarr.flow.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RepairTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final MediaId MATRIX = MediaId.movie(603);
    private static final RepairPolicy TWO_AN_HOUR =
            new RepairPolicy(false, 2, Duration.ofHours(1), Duration.ofHours(1));

    private RepairPolicy policy = TWO_AN_HOUR;
    private Repairs state = Repairs.none("radarr");
    private final List<Call> calls = new ArrayList<>();
    private final List<RepairDone> told = new ArrayList<>();

    @Test
    void a_download_is_removed_and_blocked_first_and_only_then_another_is_searched_for() {
        var order = order(1, MATRIX, RETRY_OTHER_RELEASE, "D1");
        when(new Ordered(at(0), order));
        assertThat(calls).containsExactly(new RemoveRelease("radarr", order, at(60)));
        when(new Answered(at(1), order.id(), Step.REMOVE, new Answer.Done()));
        assertThat(calls.getLast()).isEqualTo(new SearchAgain("radarr", order, at(60), false));
        when(new Answered(at(1), order.id(), Step.SEARCH, new Answer.Done()));
        assertThat(told)
                .containsExactly(new RepairDone(
                        MATRIX,
                        "radarr",
                        RETRY_OTHER_RELEASE,
                        Optional.of("D1"),
                        RepairOutcome.DONE,
                        "removed the download and its data, blocked the release, and searches for another",
                        "nothing arrives",
                        false));
        assertThat(state.underWay()).isEmpty();
    }

    /** The call before was made, but nobody heard so: the machine stopped between the call and its answer. */
    @Test
    void a_removal_that_finds_nothing_may_have_been_ours_so_the_search_comes_all_the_same() {
        var order = order(1, MATRIX, RETRY_OTHER_RELEASE, "D1");
        when(new Ordered(at(0), order), new Answered(at(1), order.id(), Step.REMOVE, new Answer.NotThere()));
        assertThat(calls.getLast()).isEqualTo(new SearchAgain("radarr", order, at(60), true));
        when(new Answered(at(1), order.id(), Step.SEARCH, new Answer.Done()));
        assertThat(told.getFirst().words()).startsWith("the download had gone already");
    }

    @Test
    void an_answer_that_comes_twice_moves_nothing() {
        var order = order(1, MATRIX, RETRY_OTHER_RELEASE, "D1");
        var removed = new Answered(at(1), order.id(), Step.REMOVE, new Answer.Done());
        when(new Ordered(at(0), order), removed, removed);
        assertThat(calls).hasSize(2);
        var searched = new Answered(at(2), order.id(), Step.SEARCH, new Answer.Done());
        when(searched, searched, removed);
        assertThat(told).hasSize(1);
    }

    @Test
    void the_same_wish_twice_is_done_once_and_the_second_is_told() {
        when(new Ordered(at(0), order(1, MATRIX, RETRY_OTHER_RELEASE, "D1")));
        when(new Ordered(at(1), order(2, MATRIX, RETRY_OTHER_RELEASE, "D1")));
        assertThat(calls).hasSize(1);
        assertThat(told).singleElement().satisfies(done -> {
            assertThat(done.outcome()).isEqualTo(RepairOutcome.REFUSED);
            assertThat(done.words()).isEqualTo("the same is under way already");
        });
    }

    @Test
    void more_than_the_hour_allows_wait_for_their_turn_and_lose_nothing() {
        for (int i = 1; i <= 5; i++) {
            when(new Ordered(at(i), order(i, MediaId.movie(i), RETRY_OTHER_RELEASE, "D" + i)));
        }
        assertThat(calls).hasSize(2);
        when(new Ticked(at(60)));
        assertThat(calls).hasSize(2);
        when(new Ticked(at(61)));
        assertThat(calls).hasSize(3);
        when(new Ticked(at(62)), new Ticked(at(121)), new Ticked(at(122)));
        assertThat(calls).hasSize(5);
        assertThat(state.waiting()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void what_a_person_confirmed_does_not_wait_and_is_done_in_a_dry_run_too() {
        policy = new RepairPolicy(true, 0, Duration.ofHours(1), Duration.ofHours(1));
        when(new Ordered(at(0), order(1, MATRIX, RETRY_OTHER_RELEASE, "D1")));
        assertThat(calls).isEmpty();
        assertThat(told.getFirst().outcome()).isEqualTo(RepairOutcome.DRY_RUN);
        when(new Ordered(at(1), byHand(2, RETRY_SEARCH)));
        assertThat(calls).hasOnlyElementsOfType(SearchAgain.class);
    }

    @Test
    void a_wish_of_long_ago_is_not_fulfilled_so_that_reading_all_topics_again_does_no_harm() {
        when(new Ordered(at(61), order(1, MATRIX, RETRY_OTHER_RELEASE, "D1")));
        assertThat(calls).isEmpty();
        assertThat(told.getFirst().words()).contains("too long ago");
    }

    @Test
    void a_refusal_is_told_in_the_words_of_the_arr() {
        var order = order(1, MATRIX, FORCE_IMPORT, "D1");
        when(new Ordered(at(0), order), new Answered(at(1), order.id(), Step.IMPORT, new Answer.Refused("Sample")));
        assertThat(told.getFirst().outcome()).isEqualTo(RepairOutcome.REFUSED);
        assertThat(told.getFirst().words()).isEqualTo("Sample");
        var rescan = byHand(2, RESCAN);
        when(new Ordered(at(2), rescan), new Answered(at(3), rescan.id(), Step.RESCAN, new Answer.NotThere()));
        assertThat(told.getLast().words()).isEqualTo("radarr does not list this title");
    }

    @Test
    void a_movie_that_has_another_release_by_now_needs_no_search_and_a_series_may() {
        var order = order(1, MATRIX, RETRY_OTHER_RELEASE, "D1");
        assertThat(Served.by(grabbed(MATRIX, "D2"), order)).contains("another release is under way by now");
        assertThat(Served.by(grabbed(MATRIX, "D1"), order)).isEmpty();
        var series = MediaId.series(81189);
        assertThat(Served.by(grabbed(series, "D2"), order(1, series, RETRY_OTHER_RELEASE, "D1")))
                .isEmpty();
    }

    private static Acquisition grabbed(MediaId media, String download) {
        var trace = Trace.of(NOON, Via.HOOK, "radarr", NaturalKey.of("grab", download, 1, "r", 1));
        var release = new Release(download, "r", 1, Optional.empty(), Optional.empty());
        var picked = new Picked(trace, media, new Title("T", Optional.empty()), release);
        return new Pursuit().on(new Acquisition.Unknown(), picked).state();
    }

    private void when(RepairSignal... signals) {
        for (RepairSignal signal : signals) {
            var next = new Repairman(policy).on(state, signal);
            state = Json.read(Json.write(next.state()), Repairs.class);
            assertThat(state).isEqualTo(next.state());
            next.effects().forEach(this::note);
        }
    }

    private void note(Effect effect) {
        if (effect instanceof Publish publish) {
            told.add((RepairDone) publish.event());
        } else {
            Call call = (Call) effect;
            assertThat(Json.read(Json.write(call), call.getClass())).isEqualTo(call);
            calls.add(call);
        }
    }

    private static RepairOrder order(int n, MediaId media, RepairAction action, String download) {
        var target = new Target(Optional.of(download), Optional.empty());
        return new RepairOrder(new UUID(0, n), NOON, media, action, target, new Why("nothing arrives", false));
    }

    private static RepairOrder byHand(int n, RepairAction action) {
        return new RepairOrder(new UUID(0, n), NOON, MATRIX, action, Target.TITLE, new Why("a person wants it", true));
    }

    private static Instant at(int minute) {
        return NOON.plusSeconds(60L * minute);
    }
}
