package conveyarr.health.timeline;

import static conveyarr.health.Told.grab;
import static conveyarr.health.timeline.Telling.SHOW;
import static conveyarr.health.timeline.Telling.and;
import static conveyarr.health.timeline.Telling.at;
import static conveyarr.health.timeline.Telling.available;
import static conveyarr.health.timeline.Telling.file;
import static conveyarr.health.timeline.Telling.lacking;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.AcquisitionEvent.AcquisitionStarted;
import conveyarr.events.AcquisitionEvent.CauseCleared;
import conveyarr.events.AcquisitionEvent.CauseFound;
import conveyarr.events.DomainEvent;
import conveyarr.events.LibraryEvent.SeriesCaughtUp;
import conveyarr.health.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The library and the *arr tell of a new episode each in its own time, and the end is the same. */
class NewEpisodeTest {
    private static final List<DomainEvent> OF_THE_FILE =
            List.of(grab(SHOW, "A".repeat(40)), file(2, false), available(2), new SeriesCaughtUp(SHOW, 2));
    /** One cause takes the place of another without a word that the first has gone. */
    private static final List<List<DomainEvent>> OF_THE_SEARCH = List.of(
            List.of(lacking("sonarr", 2), cleared(Cause.INCOMPLETE)),
            List.of(lacking("sonarr", 2), found("STALLED"), cleared("STALLED")));

    private final List<Told> part = List.of(
            at(0, new AcquisitionStarted(SHOW, "sonarr", "Show", Optional.empty())),
            at(1, file(1, false)),
            at(2, available(1)));

    @Test
    void what_is_available_stays_so_while_a_new_episode_comes_and_says_at_most_that_it_lacks() {
        var whole = and(part, at(3, new SeriesCaughtUp(SHOW, 1)));
        for (int seed = 0; seed < 500; seed++) {
            var told = and(whole, happening(seed));
            for (int length = whole.size(); length <= told.size(); length++) {
                var course = course(told.subList(0, length), seed);
                assertThat(course.stage()).as("seed %d", seed).isEqualTo(Stage.AVAILABLE);
                assertThat(course.cause().map(Cause::code)).isIn(Optional.empty(), Optional.of(Cause.INCOMPLETE));
            }
            assertThat(course(told, seed).cause()).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void what_lacked_its_last_episode_is_available_in_the_end() {
        for (int seed = 0; seed < 500; seed++) {
            var course = course(and(part, happening(seed)), seed);
            assertThat(course.stage()).as("seed %d", seed).isEqualTo(Stage.AVAILABLE);
            assertThat(course.cause()).as("seed %d", seed).isEmpty();
        }
    }

    /** Both in their own order, one beside the other in any way, some of it in the same minute. */
    private static Told[] happening(int seed) {
        var random = new Random(seed);
        var file = new ArrayList<>(OF_THE_FILE);
        var search = new ArrayList<>(OF_THE_SEARCH.get(seed % 2));
        var all = new ArrayList<Told>();
        int minute = 10;
        while (!file.isEmpty() || !search.isEmpty()) {
            boolean ofFile = search.isEmpty() || !file.isEmpty() && random.nextBoolean();
            all.add(at(minute, (ofFile ? file : search).removeFirst()));
            minute += ofFile && random.nextBoolean() ? 0 : 1;
        }
        return all.toArray(Told[]::new);
    }

    /** Every record comes twice, in any order. */
    private static Course course(List<Told> told, int seed) {
        var twice = new ArrayList<>(told);
        twice.addAll(told);
        Collections.shuffle(twice, new Random(seed));
        return Telling.of(twice).course();
    }

    private static CauseFound found(String code) {
        return new CauseFound(SHOW, "sonarr", code, "words", "qbittorrent", true, Told.NOON, "", "");
    }

    private static CauseCleared cleared(String code) {
        return new CauseCleared(SHOW, "sonarr", code, Duration.ofMinutes(1));
    }
}
