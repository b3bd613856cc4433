package conveyarr.acquisition;

import static conveyarr.acquisition.AcquisitionLifeTest.*;
import static conveyarr.acquisition.Story.ofATitle;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.acquisition.core.Acquisition.*;
import conveyarr.acquisition.core.Signal;
import conveyarr.acquisition.core.Signal.*;
import conveyarr.events.AcquisitionEvent.*;
import conveyarr.events.DomainEvent;
import conveyarr.events.NaturalKey;
import conveyarr.events.Trace;
import conveyarr.events.Via;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The same release, grabbed again after it was removed, has the same name in every field of its hook. Only the rows of the history tell the two
 * apart: hooks come late, twice or never, rows come in their order.
 */
class SameReleaseAgainTest {
    private static final Signal GRAB_HOOK = picked(1, "D1");
    private static final Signal GRAB_ROW = pickedInRow(1, "D1", 101);
    private static final Signal FAILED_ROW = givenUpInRow(2, "D1", 102);
    private static final Signal HOOK_AGAIN = picked(3, "D1");
    private static final Signal ROW_AGAIN = pickedInRow(3, "D1", 103);
    private static final Signal FAILED_AGAIN = givenUpInRow(4, "D1", 104);
    private static final List<Signal> ROWS = List.of(GRAB_ROW, FAILED_ROW, ROW_AGAIN);

    @Test
    void it_is_a_second_attempt_with_an_id_of_its_own() {
        var story = ofATitle()
                .given(GRAB_HOOK, GRAB_ROW, FAILED_ROW)
                .when(ROW_AGAIN)
                .then(Grabbed.class, grabbed(2));
        assertThat(grabs(story)).hasSize(2);
        assertThat(((Grabbed) story.state()).attempt()).isEqualTo(2);
    }

    @Test
    void its_failure_is_a_second_failure() {
        var story = ofATitle()
                .given(GRAB_ROW, FAILED_ROW, ROW_AGAIN)
                .when(FAILED_AGAIN)
                .then(Wanted.class, new ReleaseFailed(MATRIX, "radarr", "D1", "no seeds"));
        assertThat(story.told().values())
                .filteredOn(ReleaseFailed.class::isInstance)
                .hasSize(2);
    }

    @Test
    void a_hook_that_comes_twice_or_late_is_no_second_grab() {
        assertThat(grabs(ofATitle().given(GRAB_HOOK, HOOK_AGAIN, GRAB_ROW, FAILED_ROW, HOOK_AGAIN)))
                .hasSize(1);
    }

    @Test
    void a_hook_says_nothing_once_there_were_two_grabs_and_the_queue_speaks_of_the_newest() {
        var story = ofATitle()
                .given(GRAB_ROW, refused(1, "D1"), FAILED_ROW, ROW_AGAIN)
                .when(refused(4, "D1"))
                .then(Grabbed.class)
                .when(look(4))
                .then(Blocked.class, new ImportBlocked(MATRIX, "radarr", "D1", List.of("Sample")))
                .when(look(5))
                .then(Blocked.class);
        assertThat(story.told().values())
                .filteredOn(ImportBlocked.class::isInstance)
                .hasSize(2);
    }

    @Test
    void rows_of_one_grab_that_are_read_in_two_answers_are_one_grab() {
        assertThat(grabs(ofATitle().given(GRAB_ROW, pickedInRow(1, "D1", 999)))).hasSize(1);
    }

    @Test
    void a_second_grab_that_nobody_removed_before_is_under_way_alone() {
        ofATitle()
                .given(GRAB_ROW, ROW_AGAIN)
                .when(FAILED_AGAIN)
                .then(Wanted.class, new ReleaseFailed(MATRIX, "radarr", "D1", "no seeds"));
    }

    @Test
    void of_a_series_the_import_of_the_second_time_ends_it_whoever_speaks_first() {
        var early = ofATitle().given(GRAB_ROW, importedOf(4), FAILED_ROW, ROW_AGAIN);
        var late = ofATitle().given(GRAB_ROW, FAILED_ROW, ROW_AGAIN, importedOf(4));
        assertThat(early.state()).isInstanceOf(Wanted.class);
        assertThat(late.state()).isInstanceOf(Wanted.class);
    }

    /** Rows keep their order, as their one reader does; hooks and the import fall anywhere between, each up to twice. */
    @Test
    void whenever_hooks_and_the_import_come_the_same_is_told_and_known() {
        var expected =
                end(Stream.concat(ROWS.stream(), Stream.of(imported(4, "D1"))).toList());
        assertThat(expected.ids()).hasSize(5); // started, two grabs, one failure, finished
        for (int seed = 0; seed < 5000; seed++) {
            assertThat(end(mixed(new Random(seed)))).isEqualTo(expected);
        }
    }

    private record End(String state, java.util.Set<UUID> ids) {}

    private static End end(List<Signal> signals) {
        var story = ofATitle().given(signals.toArray(Signal[]::new));
        return new End(
                story.state().getClass().getSimpleName(),
                Map.copyOf(story.told()).keySet());
    }

    private static List<Signal> mixed(Random random) {
        var all = new ArrayList<>(ROWS);
        ROWS.forEach(row -> all.add(all.lastIndexOf(row) + 1, row));
        for (Signal loose : List.of(GRAB_HOOK, GRAB_HOOK, HOOK_AGAIN, imported(4, "D1"), imported(4, "D1"))) {
            all.add(random.nextInt(all.size() + 1), loose);
        }
        return all;
    }

    private static List<DomainEvent> grabs(Story story) {
        return story.told().values().stream()
                .filter(ReleaseGrabbed.class::isInstance)
                .toList();
    }

    private static Signal pickedInRow(int minute, String download, long row) {
        var hook = picked(minute, download);
        return new Picked(inRow(hook.trace(), row), hook.media(), hook.title(), hook.release());
    }

    private static Signal givenUpInRow(int minute, String download, long row) {
        var told = givenUp(minute, download);
        return new GivenUp(inRow(told.trace(), row), told.media(), told.download(), told.reason());
    }

    private static Trace inRow(Trace trace, long row) {
        return new Trace(trace.key(), trace.at(), Via.HISTORY, trace.source(), Optional.of(row));
    }

    private static Signal look(int minute) {
        var key = NaturalKey.of("blocked", "D1", 1);
        return new Refused(
                Trace.of(NOON.plus(ofMinutes(minute)), Via.POLL, "radarr", key), MATRIX, "D1", List.of("Sample"));
    }

    private static Signal importedOf(int minute) {
        return new Imported(happened(minute, "import", 7), conveyarr.events.MediaId.series(81189), Optional.of("D1"));
    }

    private static ReleaseGrabbed grabbed(int attempt) {
        return new ReleaseGrabbed(
                MATRIX, "radarr", "D1", "The.Matrix.D1", 1000, Optional.empty(), attempt, Optional.empty());
    }
}
