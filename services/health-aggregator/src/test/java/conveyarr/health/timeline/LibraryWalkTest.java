package conveyarr.health.timeline;

import static conveyarr.health.Told.imported;
import static conveyarr.health.Told.life;
import static conveyarr.health.timeline.Telling.MATRIX;
import static conveyarr.health.timeline.Telling.and;
import static conveyarr.health.timeline.Telling.at;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.Episodes;
import conveyarr.events.LibraryEvent.FileDeleted;
import conveyarr.events.LibraryEvent.LibraryOverdue;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.LibraryEvent.SeasonCompleted;
import conveyarr.events.MediaId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a title once its file is in the library. */
class LibraryWalkTest {
    private static final Optional<String> JELLYFIN = Optional.of("jellyfin");

    @Test
    void what_the_server_does_not_list_waits_with_its_cause_until_it_does() {
        var late = List.of(at(5, imported(MATRIX)), at(35, overdue()));
        var course = Telling.of(late).course();
        assertThat(course.stage()).isEqualTo(Stage.INDEXING);
        assertThat(course.cause())
                .contains(new Cause(
                        "NOT_LISTED",
                        "jellyfin does not list it",
                        "jellyfin",
                        late.get(1).occurrence().at()));
        assertThat(course.tone()).isEqualTo(Tone.WARN);
        var seen = Telling.of(and(late, at(40, new MediaBecameAvailable(MATRIX, JELLYFIN, Optional.of("1")))));
        assertThat(seen.course().stage()).isEqualTo(Stage.AVAILABLE);
        assertThat(seen.course().cause()).isEmpty();
    }

    @Test
    void what_is_imported_after_all_was_removed_begins_a_new_life() {
        var removed =
                and(life(MATRIX, "The Matrix"), at(60, deleted("upgrade", false)), at(70, deleted("by-hand", true)));
        assertThat(Telling.of(removed).course().stage()).isEqualTo(Stage.AVAILABLE);
        assertThat(Telling.of(and(removed, at(80, imported(MATRIX)))).course().stage())
                .isEqualTo(Stage.INDEXING);
    }

    @Test
    void a_better_file_begins_nothing() {
        var better = and(life(MATRIX, "The Matrix"), at(60, deleted("upgrade", false)), at(61, imported(MATRIX)));
        assertThat(Telling.of(better).course().stage()).isEqualTo(Stage.AVAILABLE);
    }

    @Test
    void the_sentences_say_which_episodes() {
        var show = MediaId.series(81189);
        var two = Episodes.of(List.of(new Episodes.Number(1, 1), new Episodes.Number(1, 2)));
        assertThat(Story.text(new MediaBecameAvailable(show, JELLYFIN, Optional.of("1"), two), p -> p))
                .isEqualTo("jellyfin lists it (season 1, episodes 1-2): ready to watch");
        assertThat(Story.text(new MediaBecameAvailable(show, Optional.empty(), Optional.empty(), two), p -> p))
                .isEqualTo("In the library (season 1, episodes 1-2); no media server is set up to confirm it");
        assertThat(Story.text(new SeasonCompleted(show, 1, 10), p -> p))
                .isEqualTo("Season 1 is complete: all 10 episodes can be watched");
        assertThat(Story.text(new FileDeleted(show, "sonarr", "/tv/a.mkv", "missing", true, two), p -> p))
                .isEqualTo("sonarr found a file gone (season 1, episodes 1-2); none is left");
    }

    private static LibraryOverdue overdue() {
        return new LibraryOverdue(MATRIX, JELLYFIN, "NOT_LISTED", "jellyfin does not list it", false, Optional.empty());
    }

    private static FileDeleted deleted(String reason, boolean nothingLeft) {
        return new FileDeleted(MATRIX, "radarr", "/movies/a.mkv", reason, nothingLeft, Optional.empty());
    }
}
