package conveyarr.library;

import static conveyarr.library.LibraryItemLifeTest.*;
import static conveyarr.library.Story.withServers;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.Episodes;
import conveyarr.events.LibraryEvent.*;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.library.core.Call.Confirm;
import conveyarr.library.core.LibraryItem.Available;
import conveyarr.library.core.LibraryItem.Removed;
import conveyarr.library.core.LibraryItem.Unknown;
import conveyarr.library.core.LibraryItem.Waiting;
import conveyarr.library.core.Signal.Deleted;
import conveyarr.library.core.Signal.Emptied;
import conveyarr.library.core.Signal.Gone;
import conveyarr.library.core.Signal.Renamed;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A file goes once, whoever tells it; and what is only not seen is not gone. */
class RemovingTest {
    private static final String SEVEN = FOLDER + "/7.mkv";

    @Test
    void a_deletion_by_hook_and_by_history_is_one_event_and_the_title_is_gone() {
        withServers("jellyfin")
                .given(imported(0, 7, false), listed(1, "jellyfin"))
                .when(deleted(60, SEVEN, "by-hand", Via.HOOK))
                .then(Removed.class, gone(SEVEN, "by-hand", true))
                .when(deleted(61, SEVEN, "by-hand", Via.HISTORY))
                .then(Removed.class);
    }

    @Test
    void what_is_requested_again_after_that_becomes_available_again() {
        withServers("jellyfin")
                .given(imported(0, 7, false), listed(1, "jellyfin"), deleted(60, SEVEN, "by-hand", Via.HOOK))
                .when(byHistory(0, 7))
                .then(Removed.class)
                .when(imported(100, 8, false))
                .then(Waiting.class, told(8, false))
                .when(listed(101, "jellyfin"))
                .then(Available.class, new MediaBecameAvailable(MATRIX, Optional.of("jellyfin"), Optional.of("i1")));
    }

    @Test
    void an_upgrade_takes_the_old_file_away_and_gives_no_second_available() {
        withServers("jellyfin")
                .given(imported(0, 7, false), listed(1, "jellyfin"))
                .when(deleted(60, SEVEN, "upgrade", Via.HISTORY))
                .then(Available.class, gone(SEVEN, "upgrade", false))
                .when(imported(60, 8, true))
                .then(Available.class, told(8, true))
                .when(listed(61, "jellyfin"))
                .then(Available.class);
    }

    @Test
    void the_old_file_of_an_upgrade_that_is_heard_of_late_is_not_the_new_one() {
        withServers("jellyfin")
                .given(imported(0, 7, false), listed(1, "jellyfin"), imported(60, 8, true))
                .when(deleted(60, SEVEN, "upgrade", Via.HISTORY))
                .then(Available.class, gone(SEVEN, "upgrade", false))
                .when(deleted(90, FOLDER + "/8.mkv", "by-hand", Via.HOOK))
                .then(Removed.class, gone(FOLDER + "/8.mkv", "by-hand", true));
    }

    @Test
    void a_file_that_is_only_not_seen_is_told_when_the_arr_sees_the_folder_and_not_before() {
        var missing = deleted(60, SEVEN, "missing", Via.HISTORY);
        withServers("jellyfin")
                .given(imported(0, 7, false), listed(1, "jellyfin"))
                .when(missing)
                .then(Available.class, new Confirm(missing))
                .when(missing.asConfirmed())
                .then(Removed.class, gone(SEVEN, "missing", true));
    }

    @Test
    void what_nobody_waits_for_any_more_is_not_waited_for() {
        withServers("jellyfin")
                .given(imported(0, 7, false))
                .when(deleted(5, SEVEN, "by-hand", Via.HOOK))
                .then(Removed.class, gone(SEVEN, "by-hand", true))
                .when(listed(6, "jellyfin"))
                .then(Removed.class);
    }

    @Test
    void the_file_of_another_instance_stays() {
        withServers("jellyfin")
                .given(imported(0, 7, false), in4k(1, 9), listed(2, "jellyfin"))
                .when(deleted(60, SEVEN, "by-hand", Via.HOOK))
                .then(Available.class, gone(SEVEN, "by-hand", false));
    }

    @Test
    void what_was_there_before_we_came_can_go_once_too() {
        withServers("jellyfin")
                .when(deleted(5, "/movies/old.mkv", "by-hand", Via.HOOK))
                .then(Unknown.class, gone("/movies/old.mkv", "by-hand", true));
    }

    @Test
    void a_title_that_is_removed_with_its_files_loses_those_of_that_instance_and_can_come_again() {
        var emptied = new Emptied(seen(60, Via.HOOK, "12"), MATRIX);
        withServers("jellyfin")
                .given(imported(0, 7, false), in4k(1, 9), listed(2, "jellyfin"))
                .when(emptied)
                .then(Available.class, gone(SEVEN, "by-hand", false))
                .when(deleted(61, SEVEN, "by-hand", Via.HOOK))
                .then(Available.class);
        withServers("jellyfin")
                .given(imported(0, 7, false), listed(1, "jellyfin"))
                .when(emptied)
                .then(Removed.class, gone(SEVEN, "by-hand", true))
                .when(imported(100, 8, false))
                .then(Waiting.class, told(8, false));
    }

    @Test
    void what_came_after_the_removal_is_not_taken_with_it() {
        withServers("jellyfin")
                .given(imported(100, 8, false), listed(101, "jellyfin"))
                .when(new Emptied(seen(60, Via.HOOK, "12"), MATRIX))
                .then(Available.class);
    }

    @Test
    void a_new_name_is_told_once_and_the_file_goes_under_it() {
        String better = FOLDER + "/The Matrix (1999).mkv";
        withServers("jellyfin")
                .given(imported(0, 7, false), listed(1, "jellyfin"))
                .when(renamed(10, SEVEN, better, Via.HOOK))
                .then(Available.class, new FileRenamed(MATRIX, "radarr", SEVEN, better))
                .when(renamed(11, SEVEN, better, Via.HISTORY))
                .then(Available.class)
                .when(deleted(60, better, "by-hand", Via.HOOK))
                .then(Removed.class, gone(better, "by-hand", true));
    }

    @Test
    void of_a_series_the_others_stay_and_the_episode_can_come_again() {
        var story = withServers("jellyfin")
                .given(SeriesItemTest.imported(0, 1, false), SeriesItemTest.imported(0, 2, false))
                .given(SeriesItemTest.listed(1, 1, 2));
        var gone = new Gone("/tv/Show/Season 01/1.mkv", "by-hand", Optional.<Episodes>empty());
        story.when(new Deleted(seen(60, Via.HOOK, gone.path()), SeriesItemTest.SHOW, gone, false));
        assertThat(story.state()).isInstanceOf(Available.class);
        assertThat(story.told())
                .endsWith(new FileDeleted(
                        SeriesItemTest.SHOW,
                        "radarr",
                        gone.path(),
                        "by-hand",
                        false,
                        Optional.of(SeriesItemTest.numbers(1))));
        story.when(SeriesItemTest.imported(90, 1, true));
        assertThat(story.state()).isInstanceOf(Waiting.class);
    }

    private static FileDeleted gone(String path, String reason, boolean nothingLeft) {
        return new FileDeleted(MATRIX, "radarr", path, reason, nothingLeft, Optional.empty());
    }

    private static Deleted deleted(int minute, String path, String reason, Via via) {
        return new Deleted(seen(minute, via, path), MATRIX, new Gone(path, reason, Optional.empty()), false);
    }

    private static Renamed renamed(int minute, String from, String path, Via via) {
        return new Renamed(seen(minute, via, from), MATRIX, from, path);
    }

    private static Occurrence seen(int minute, Via via, String path) {
        return Occurrence.at(NOON.plus(ofMinutes(minute)), via, "radarr", NaturalKey.of("file", path));
    }
}
