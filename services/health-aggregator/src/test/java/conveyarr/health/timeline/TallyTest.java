package conveyarr.health.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.health.timeline.Tally.Some;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void what_is_held_waits_with_what_is_not_approved_and_all_else_under_way_is_in_progress() {
        var tally = Tally.of(List.of(
                new Some(Stage.REQUESTED, "wait", 3),
                new Some(Stage.REQUESTED, "warn", 1),
                new Some(Stage.SEARCHING, "wait", 40),
                new Some(Stage.DOWNLOADING, "wait", 30),
                new Some(Stage.DOWNLOADING, "info", 5),
                new Some(Stage.AVAILABLE, "wait", 7),
                new Some(Stage.NEEDS_YOU, "bad", 2),
                new Some(Stage.FAILED, "bad", 1)));
        assertThat(tally.waiting()).isEqualTo(74);
        assertThat(tally.inProgress()).isEqualTo(5);
        assertThat(tally.stuck()).isEqualTo(3);
        assertThat(tally.stages()).containsEntry(Stage.DOWNLOADING, 35L).containsEntry(Stage.REQUESTED, 4L);
    }

    @Test
    void where_nothing_is_all_is_nought() {
        assertThat(Tally.of(List.of())).isEqualTo(new Tally(Map.of(), 0)).returns(0L, Tally::inProgress);
    }
}
