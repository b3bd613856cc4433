package conveyarr.health.timeline;

import static conveyarr.health.Told.minute;
import static conveyarr.health.timeline.Telling.MATRIX;
import static conveyarr.health.timeline.Telling.and;
import static conveyarr.health.timeline.Telling.at;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.AcquisitionEvent.*;
import conveyarr.events.Episodes;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.LibraryEvent.SeriesCaughtUp;
import conveyarr.events.MediaId;
import conveyarr.events.RequestEvent.RequestApproved;
import conveyarr.events.RequestEvent.RequestFulfilled;
import conveyarr.events.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Why a title waits at its *arr. */
class WaitingTest {
    private static final String CODE = "NO_INDEXER_ANSWERS";

    @Test
    void a_search_that_waits_shows_why_and_what_can_be_done_until_the_cause_has_gone() {
        var waiting = List.of(at(1, started("radarr")), at(5, found("radarr")));
        var course = Telling.of(waiting).course();
        assertThat(course.stage()).isEqualTo(Stage.SEARCHING);
        assertThat(course.tone()).isEqualTo(Tone.WARN);
        assertThat(course.cause().orElseThrow().explain())
                .isEqualTo("Indexers are unavailable (radarr). radarr asks again. Look at Prowlarr.");
        var other = and(waiting, at(6, new CauseCleared(MATRIX, "radarr-4k", CODE, Duration.ofMinutes(1))));
        assertThat(Telling.of(other).course().cause()).isPresent();
        var on = and(waiting, at(6, new CauseCleared(MATRIX, "radarr", CODE, Duration.ofMinutes(1))));
        assertThat(Telling.of(on).course().cause()).isEmpty();
    }

    @Test
    void where_no_arr_is_set_up_that_is_certain_and_says_what_helps_until_seerr_has_it() {
        var request = new RequestId("seerr", 1);
        var why = new HandOverDelayed(
                MATRIX,
                request,
                "No Radarr is set up",
                Optional.of("NO_ARR"),
                Optional.of("Set up Radarr in Conveyarr"));
        var told = List.of(at(1, new RequestApproved(MATRIX, request, true)), at(6, why));
        var cause = Telling.of(told).course().cause().orElseThrow();
        assertThat(cause.code()).isEqualTo("NO_ARR");
        assertThat(cause.certain()).isTrue();
        assertThat(cause.explain()).isEqualTo("No Radarr is set up (Conveyarr). Set up Radarr in Conveyarr.");
        assertThat(Telling.of(told).course().stage()).isEqualTo(Stage.APPROVED);
        var there = and(told, at(60, new RequestFulfilled(MATRIX, request)));
        assertThat(Telling.of(there).course().stage()).isEqualTo(Stage.AVAILABLE);
        assertThat(Telling.of(there).course().cause()).isEmpty();
    }

    @Test
    void a_series_that_can_be_watched_in_part_is_not_available_and_says_which_episodes_lack_until_they_came() {
        var show = MediaId.series(81189);
        var one = Episodes.of(List.of(new Episodes.Number(1, 1)));
        var part = new MediaBecameAvailable(show, Optional.of("jellyfin"), Optional.of("1"), one);
        var lacks = new CauseFound(
                show, "sonarr", "EPISODES_MISSING", "missing: S01E08", "sonarr", true, minute(8), "", "");
        var some = List.of(
                at(1, new AcquisitionStarted(show, "sonarr", "Show", Optional.empty())), at(5, part), at(8, lacks));
        assertThat(Telling.of(some).course().stage()).isEqualTo(Stage.INDEXING);
        assertThat(Telling.of(some).course().tone()).isEqualTo(Tone.WAIT);
        assertThat(Telling.of(some).course().cause().orElseThrow().text()).isEqualTo("missing: S01E08");
        var all = and(some, at(9, part), at(9, new SeriesCaughtUp(show, 8)));
        assertThat(Telling.of(all).course().stage()).isEqualTo(Stage.AVAILABLE);
        assertThat(Telling.of(all).course().cause()).isEmpty();
        var late = and(all, at(10, new CauseCleared(show, "sonarr", "EPISODES_MISSING", Duration.ofMinutes(1))));
        assertThat(Telling.of(late).course().stage()).isEqualTo(Stage.AVAILABLE);
        assertThat(Telling.of(late).course().cause()).isEmpty();
    }

    /** More of it was aired since. */
    @Test
    void of_what_is_available_only_lacking_episodes_are_told() {
        var show = new MediaBecameAvailable(MATRIX, Optional.of("jellyfin"), Optional.of("1"));
        var lacks = new CauseFound(
                MATRIX, "sonarr", "EPISODES_MISSING", "missing: S01E08", "sonarr", true, minute(8), "", "");
        var some = List.of(at(1, started("sonarr")), at(5, show), at(8, lacks));
        assertThat(Telling.of(some).course().stage()).isEqualTo(Stage.AVAILABLE);
        assertThat(Telling.of(some).course().cause()).isPresent();
        var search = List.of(at(1, started("sonarr")), at(5, show), at(8, found("sonarr")));
        assertThat(Telling.of(search).course().cause()).isEmpty();
    }

    @Test
    void what_is_late_needs_a_person_and_a_grab_ends_that() {
        var late = List.of(at(1, started("radarr")), at(5, found("radarr")), at(400, late()));
        assertThat(Telling.of(late).course().stage()).isEqualTo(Stage.NEEDS_YOU);
        var grabbed = new ReleaseGrabbed(MATRIX, "radarr", "A".repeat(40), "r", 1, Optional.empty(), 1);
        assertThat(Telling.of(and(late, at(401, grabbed))).course().stage()).isEqualTo(Stage.DOWNLOADING);
        assertThat(Telling.of(and(late, at(401, grabbed))).course().cause()).isEmpty();
    }

    @Test
    void an_import_that_is_blocked_says_what_its_arr_found_out_and_still_needs_a_person() {
        var download = "A".repeat(40);
        var words = "Import failed, path does not exist";
        var blocked = new ImportBlocked(MATRIX, "radarr", download, List.of(words));
        var path = new CauseFound(
                MATRIX, "radarr", "PATH_NOT_VISIBLE", words, "radarr", true, minute(6), "", "Map the folder.");
        var stuck = List.of(at(1, started("radarr")), at(5, blocked), at(6, path));
        assertThat(Telling.of(stuck).course().stage()).isEqualTo(Stage.NEEDS_YOU);
        assertThat(Telling.of(stuck).course().cause().orElseThrow().code()).isEqualTo("PATH_NOT_VISIBLE");
        assertThat(Telling.of(stuck).course().cause().orElseThrow().you()).isEqualTo("Map the folder.");
        var elsewhere = and(stuck, at(7, found("radarr-4k")));
        assertThat(Telling.of(elsewhere).course().cause().orElseThrow().code()).isEqualTo("PATH_NOT_VISIBLE");
        var cleared = and(stuck, at(8, new CauseCleared(MATRIX, "radarr", "PATH_NOT_VISIBLE", Duration.ofMinutes(2))));
        assertThat(Telling.of(cleared).course().stage()).isEqualTo(Stage.IMPORTING);
    }

    @Test
    void a_title_that_was_taken_off_the_list_is_withdrawn_and_begins_anew_when_it_is_back() {
        var off = List.of(at(1, started("radarr")), at(5, removed("radarr")));
        assertThat(Telling.of(off).course().stage()).isEqualTo(Stage.WITHDRAWN);
        var back = and(off, at(9, started("radarr")));
        assertThat(Telling.of(back).course().stage()).isEqualTo(Stage.SEARCHING);
        assertThat(Telling.of(back).course().cause()).isEmpty();
    }

    @Test
    void while_another_instance_wants_it_nothing_is_over() {
        var both = List.of(at(1, started("radarr")), at(2, started("radarr-4k")), at(5, removed("radarr-4k")));
        assertThat(Telling.of(both).course().stage()).isEqualTo(Stage.SEARCHING);
    }

    private static AcquisitionStarted started(String instance) {
        return new AcquisitionStarted(MATRIX, instance, "The Matrix", Optional.of(1999));
    }

    private static CauseFound found(String instance) {
        return new CauseFound(
                MATRIX,
                instance,
                CODE,
                "Indexers are unavailable",
                instance,
                true,
                Instant.EPOCH,
                "radarr asks again",
                "Look at Prowlarr");
    }

    private static AttentionNeeded late() {
        return new AttentionNeeded(
                MATRIX, "radarr", "SEARCHING", Instant.EPOCH, Duration.ofHours(6), CODE, "no", "Look at Prowlarr");
    }

    private static AcquisitionRemoved removed(String instance) {
        return new AcquisitionRemoved(MATRIX, instance, true);
    }
}
