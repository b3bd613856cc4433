package conveyarr.acquisition;

import static conveyarr.acquisition.AcquisitionLifeTest.*;
import static conveyarr.acquisition.Story.ofATitle;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.acquisition.core.Acquisition;
import conveyarr.acquisition.core.Acquisition.Finished;
import conveyarr.acquisition.core.Acquisition.Grabbed;
import conveyarr.acquisition.core.Acquisition.Wanted;
import conveyarr.acquisition.core.Generation;
import conveyarr.acquisition.core.Past;
import conveyarr.acquisition.core.Signal;
import conveyarr.acquisition.core.Signal.Listed;
import conveyarr.acquisition.core.Signal.Picked;
import conveyarr.acquisition.core.Signal.Removed;
import conveyarr.acquisition.core.Signal.Title;
import conveyarr.events.AcquisitionEvent.AcquisitionFinished;
import conveyarr.events.AcquisitionEvent.AcquisitionRemoved;
import conveyarr.events.AcquisitionEvent.AcquisitionStarted;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.wire.Json;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is taken off the list and asked for again lives once more. */
class RemovalTest {
    private static final AcquisitionStarted STARTED = new AcquisitionStarted(MATRIX, "radarr", "The Matrix", YEAR);
    private static final AcquisitionRemoved REMOVED = new AcquisitionRemoved(MATRIX, "radarr", true);

    @Test
    void a_removal_is_told_and_ends_what_was_under_way() {
        ofATitle()
                .given(listed(0, 12), picked(1, "D1", 12))
                .when(removed(2, 12))
                .then(Acquisition.Removed.class, REMOVED);
    }

    @Test
    void a_new_request_starts_a_new_life_with_a_first_attempt() {
        var story = ofATitle()
                .given(listed(0, 12), picked(1, "D1", 12), imported(2, "D1"), removed(3, 12))
                .when(listed(60, 15))
                .then(Wanted.class, STARTED)
                .when(picked(61, "D2", 15));
        assertThat(story.state()).isInstanceOfSatisfying(Grabbed.class, now -> {
            assertThat(now.download()).isEqualTo("D2");
            assertThat(now.attempt()).isEqualTo(1);
        });
        story.when(imported(62, "D2")).then(Finished.class, new AcquisitionFinished(MATRIX, "radarr"));
        assertThat(story.told().values()).filteredOn(STARTED::equals).hasSize(2);
    }

    @Test
    void its_hook_and_a_look_at_the_list_are_one_event_whichever_comes_first() {
        Signal look = removed(4, 12, Via.POLL);
        var story = ofATitle().given(listed(0, 12)).when(look).then(Acquisition.Removed.class, REMOVED);
        story.when(look).then(Acquisition.Removed.class);
        story.when(removed(3, 12));
        assertThat(story.told().values()).containsExactly(STARTED, REMOVED);
    }

    @Test
    void a_removal_that_is_heard_of_late_does_not_end_the_next_life() {
        ofATitle()
                .given(listed(0, 12), listed(60, 15), picked(61, "D2", 15))
                .when(removed(90, 12))
                .then(Grabbed.class, REMOVED);
    }

    @Test
    void the_numbers_of_a_reset_database_start_again_and_are_later_all_the_same() {
        ofATitle()
                .given(listed(0, 12), removed(1, 12))
                .when(new Listed(happened(60, "added", 3), MATRIX, new Title("The Matrix", YEAR, new Generation(1, 3))))
                .then(Wanted.class, STARTED);
    }

    @Test
    void two_lives_end_the_same_in_all_orders() {
        List<Signal> lives = List.of(
                listed(0, 12),
                picked(1, "D1", 12),
                imported(2, "D1"),
                removed(3, 12),
                listed(60, 15),
                picked(61, "D2", 15));
        AnyOrderTest.inAllOrders(lives);
        assertThat(end(lives)).isInstanceOf(Grabbed.class);
        List<Signal> over = List.of(
                listed(0, 12),
                picked(1, "D1", 12),
                removed(3, 12),
                listed(60, 15),
                picked(61, "D2", 15),
                removed(62, 15));
        AnyOrderTest.inAllOrders(over);
        assertThat(end(over)).isInstanceOf(Acquisition.Removed.class);
    }

    @Test
    void a_row_that_was_written_before_there_were_generations_is_of_the_one_that_is_there() {
        var old = Json.read("{\"listed\":true,\"attempts\":[],\"completeAt\":null}", Past.class);
        var next = new conveyarr.acquisition.core.Pursuit().on(new Wanted(old), listed(5, 12));
        assertThat(next.effects()).isEmpty();
        assertThat(next.state()).isInstanceOf(Wanted.class);
    }

    private static Acquisition end(List<Signal> signals) {
        return ofATitle().given(signals.toArray(Signal[]::new)).state();
    }

    private static Listed listed(int minute, long number) {
        return new Listed(happened(minute, "added", number), MATRIX, title(number));
    }

    private static Picked picked(int minute, String download, long number) {
        var one = AcquisitionLifeTest.picked(minute, download);
        return new Picked(one.trace(), one.media(), title(number), one.release());
    }

    private static Title title(long number) {
        return new Title("The Matrix", YEAR, new Generation(0, number));
    }

    private static Removed removed(int minute, long number) {
        return removed(minute, number, Via.HOOK);
    }

    private static Removed removed(int minute, long number, Via via) {
        var at = NOON.plus(Duration.ofMinutes(minute));
        var seen = Occurrence.at(at, via, "radarr", NaturalKey.of("deleted", number));
        return new Removed(seen, MATRIX, new Generation(0, number), true);
    }
}
