package conveyarr.library;

import static conveyarr.library.LibraryItemLifeTest.NOON;
import static conveyarr.library.SeriesItemTest.SHOW;
import static conveyarr.library.SeriesItemTest.availableCodes;
import static conveyarr.library.SeriesItemTest.listed;
import static conveyarr.library.SeriesItemTest.numbers;
import static conveyarr.library.Story.withServers;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.Episodes;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.library.core.LibraryItem.Available;
import conveyarr.library.core.LibraryItem.Waiting;
import conveyarr.library.core.Signal;
import conveyarr.library.core.Signal.Deleted;
import conveyarr.library.core.Signal.File;
import conveyarr.library.core.Signal.Gone;
import conveyarr.library.core.Signal.Imported;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A better file may hold fewer episodes than the one that it replaces. */
class ReplacingTest {
    private static final Imported BOTH = imported(0, 7, Via.HOOK, 1, 2);
    private static final List<Signal> BETTER = List.of(
            deleted(60, 7, Via.HOOK),
            deleted(60, 7, Via.HISTORY),
            imported(60, 8, Via.HOOK, 1),
            imported(60, 8, Via.HISTORY, 1));

    @Test
    void an_episode_that_the_better_file_does_not_hold_is_told_when_it_comes_again() {
        for (int seed = 0; seed < 200; seed++) {
            var story = withServers("jellyfin").given(BOTH, listed(1, 1, 2)).given(shuffled(seed));
            assertThat(story.state()).isInstanceOf(Available.class);
            assertThat(story.state().shelf().shown()).as("order %d", seed).contains(numbers(1));
            story.given(imported(90, 9, Via.HOOK, 2)).given(listed(91, 1, 2));
            assertThat(availableCodes(story)).containsExactly("S01E01", "S01E02", "S01E02");
        }
    }

    @Test
    void nobody_waits_for_it_meanwhile() {
        for (int seed = 0; seed < 200; seed++) {
            var story = withServers("jellyfin").given(BOTH, listed(1, 1)).given(shuffled(seed));
            assertThat(story.state()).as("order %d", seed).isInstanceOf(Available.class);
            var other = withServers("jellyfin").given(BOTH, listed(1, 2)).given(shuffled(seed));
            assertThat(other.state()).isInstanceOfSatisfying(Waiting.class, w -> assertThat(w.lacking())
                    .hasSize(1));
        }
    }

    @Test
    void it_is_not_lost_while_another_file_holds_it_or_the_better_one_is_still_to_come() {
        var story = withServers("jellyfin").given(BOTH, imported(1, 9, Via.HOOK, 2), listed(2, 1, 2));
        story.given(shuffled(1));
        assertThat(story.state().shelf().shown()).contains(numbers(1, 2));
        var coming = withServers("jellyfin").given(BOTH, listed(1, 1, 2), BETTER.getFirst());
        coming.given(imported(2, 9, Via.HISTORY, 1), imported(60, 10, Via.HOOK, 3));
        assertThat(coming.state().shelf().shown()).contains(numbers(1, 2));
        coming.given(imported(60, 8, Via.HOOK, 1, 2), listed(61, 1, 2, 3));
        assertThat(availableCodes(coming)).containsExactly("S01E01", "S01E02", "S01E03");
    }

    private static Signal[] shuffled(int seed) {
        var order = new ArrayList<>(BETTER);
        Collections.shuffle(order, new Random(seed));
        return order.toArray(Signal[]::new);
    }

    private static Imported imported(int minute, long id, Via via, int... episodes) {
        var seen = Occurrence.at(NOON.plus(ofMinutes(minute)), via, "radarr", NaturalKey.of("import", id));
        Optional<Episodes> held = Optional.of(numbers(episodes));
        var file = new File(id, "/tv/Show/" + id + ".mkv", 1000, Optional.empty(), id == 8, held);
        return new Imported(seen, SHOW, "Show", Optional.of("D" + id), file);
    }

    private static Deleted deleted(int minute, long id, Via via) {
        String path = "/tv/Show/" + id + ".mkv";
        var seen = Occurrence.at(NOON.plus(ofMinutes(minute)), via, "radarr", NaturalKey.of("file", path));
        return new Deleted(seen, SHOW, new Gone(path, "upgrade", Optional.of(numbers(1, 2))), false);
    }
}
