package conveyarr.health.timeline;

import static conveyarr.health.Told.minute;
import static conveyarr.health.timeline.Telling.SHOW;
import static conveyarr.health.timeline.Telling.and;
import static conveyarr.health.timeline.Telling.at;
import static conveyarr.health.timeline.Telling.available;
import static conveyarr.health.timeline.Telling.file;
import static conveyarr.health.timeline.Telling.lacking;
import static conveyarr.health.timeline.Telling.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.AcquisitionEvent.AcquisitionRemoved;
import conveyarr.events.AcquisitionEvent.AcquisitionStarted;
import conveyarr.events.AcquisitionEvent.AttentionNeeded;
import conveyarr.events.AcquisitionEvent.CauseCleared;
import conveyarr.events.AcquisitionEvent.CauseFound;
import conveyarr.events.LibraryEvent.FileDeleted;
import conveyarr.events.LibraryEvent.LibraryOverdue;
import conveyarr.events.LibraryEvent.SeriesCaughtUp;
import conveyarr.events.RequestEvent.MediaRequested;
import conveyarr.events.RequestEvent.RequestApproved;
import conveyarr.events.RequestEvent.RequestDeclined;
import conveyarr.events.RequestEvent.RequestFulfilled;
import conveyarr.events.RequestEvent.RequestWithdrawn;
import conveyarr.events.RequestId;
import conveyarr.health.Told;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A series of which some episodes can be watched and others lack is neither available nor nothing. */
class SeriesLifeTest {
    private static final RequestId ANA = new RequestId("seerr", 1);
    private static final RequestId BOB = new RequestId("seerr", 2);
    private final List<Told> part = List.of(
            at(0, asked(ANA, 1)),
            at(1, new RequestApproved(SHOW, ANA, true)),
            at(2, started("sonarr")),
            at(5, file(1, false)),
            at(6, available(1)),
            at(8, lacking("sonarr", 2, 3)));

    @Test
    void another_season_that_is_asked_for_while_a_part_is_there_has_a_way_of_its_own() {
        var course = course(and(part, at(20, asked(BOB, 2))));
        assertThat(course.stage()).isEqualTo(Stage.REQUESTED);
        assertThat(course.cause().map(Cause::code)).contains(Cause.UNAPPROVED);
        assertThat(course(and(part, at(20, asked(ANA, 1)))).stage()).isEqualTo(Stage.INDEXING);
        var running = part.subList(0, 4);
        assertThat(course(and(running, at(20, asked(BOB, 2)))).stage()).isEqualTo(Stage.INDEXING);
    }

    @Test
    void who_no_longer_asks_takes_nothing_away_that_can_be_watched() {
        for (var end : List.of(new RequestWithdrawn(SHOW, ANA), new RequestDeclined(SHOW, ANA))) {
            var course = course(and(part, at(20, end)));
            assertThat(course.stage()).isEqualTo(Stage.INDEXING);
            assertThat(course.cause().map(Cause::code)).contains(Cause.INCOMPLETE);
            var nothing = part.subList(0, 4);
            assertThat(course(and(nothing, at(20, end))).stage()).isIn(Stage.WITHDRAWN, Stage.DECLINED);
            var deleted = and(part, at(19, deleted("by-hand", true, 1)), at(20, end));
            assertThat(course(deleted).stage()).isIn(Stage.WITHDRAWN, Stage.DECLINED);
        }
    }

    @Test
    void a_season_that_is_no_longer_asked_for_leaves_the_way_to_what_others_asked_for_before() {
        for (var end : List.of(new RequestWithdrawn(SHOW, BOB), new RequestDeclined(SHOW, BOB))) {
            var course = course(and(part, at(20, asked(BOB, 2)), at(25, end)));
            assertThat(course.stage()).isEqualTo(Stage.INDEXING);
            assertThat(course.cause().map(Cause::code)).contains(Cause.INCOMPLETE);
        }
    }

    @Test
    void after_a_second_request_that_was_declined_a_third_has_a_way_of_its_own_again() {
        var declined = and(part, at(20, asked(BOB, 2)), at(25, new RequestDeclined(SHOW, BOB)));
        var course = course(and(declined, at(30, asked(new RequestId("seerr", 3), 2))));
        assertThat(course.stage()).isEqualTo(Stage.REQUESTED);
        assertThat(course.cause().map(Cause::code)).contains(Cause.UNAPPROVED);
    }

    @Test
    void off_the_list_while_another_season_is_looked_for_what_was_there_can_be_watched() {
        var second = and(part, at(20, asked(BOB, 2)), at(21, new RequestApproved(SHOW, BOB, true)));
        var off = course(and(second, at(25, new AcquisitionRemoved(SHOW, "sonarr", false))));
        assertThat(off.stage()).isEqualTo(Stage.AVAILABLE);
        var deleted = course(and(second, at(25, new AcquisitionRemoved(SHOW, "sonarr", true))));
        assertThat(deleted.stage()).isEqualTo(Stage.WITHDRAWN);
    }

    @Test
    void what_lacks_of_what_is_there_does_not_hide_that_nobody_has_approved_the_rest() {
        var course = course(and(part, at(20, asked(BOB, 2)), at(25, lacking("sonarr", 2, 3, 4))));
        assertThat(course.cause().map(Cause::code)).contains(Cause.UNAPPROVED);
        var approved = and(
                part,
                at(20, asked(BOB, 2)),
                at(25, lacking("sonarr", 2, 3, 4)),
                at(26, new RequestApproved(SHOW, BOB, true)),
                at(28, available(2)));
        assertThat(course(approved).cause().map(Cause::code)).contains(Cause.INCOMPLETE);
    }

    @Test
    void that_nothing_lacks_says_nothing_of_a_season_that_nobody_has_approved_yet() {
        var waits = and(part, at(20, asked(BOB, 2)), at(25, new SeriesCaughtUp(SHOW, 1)));
        assertThat(course(waits).stage()).isEqualTo(Stage.REQUESTED);
        assertThat(course(waits).cause().map(Cause::code)).contains(Cause.UNAPPROVED);
        var declined = and(waits, at(30, new RequestDeclined(SHOW, BOB)));
        assertThat(course(declined).stage()).isEqualTo(Stage.AVAILABLE);
    }

    /** What the media server has told in a part is whole when nothing lacks, and not when Seerr believes so. */
    @Test
    void seerrs_word_ends_another_season_only_where_the_media_server_has_none() {
        var second = and(part, at(20, asked(BOB, 2)), at(21, started("sonarr")), at(25, file(4, false)));
        assertThat(course(and(second, at(26, new RequestFulfilled(SHOW, BOB)))).stage())
                .isEqualTo(Stage.AVAILABLE);
        var shown = and(second, at(26, available(4)), at(27, new RequestFulfilled(SHOW, BOB)));
        assertThat(course(shown).stage()).isEqualTo(Stage.INDEXING);
        assertThat(course(and(shown, at(28, new SeriesCaughtUp(SHOW, 4)))).stage())
                .isEqualTo(Stage.AVAILABLE);
    }

    @Test
    void what_comes_after_the_end_can_be_watched_all_the_same() {
        var withdrawn = and(part.subList(0, 4), at(10, new RequestWithdrawn(SHOW, ANA)));
        assertThat(course(and(withdrawn, at(11, available(1)))).stage()).isEqualTo(Stage.INDEXING);
        assertThat(course(and(withdrawn, at(11, available(1)))).cause()).isEmpty();
        var off = and(part.subList(0, 4), at(10, new AcquisitionRemoved(SHOW, "sonarr", false)));
        assertThat(course(off).stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(course(and(off, at(11, available(1)))).stage()).isEqualTo(Stage.AVAILABLE);
    }

    /** Nobody looks for the others any more, so that they do not lack. */
    @Test
    void a_part_that_keeps_its_files_when_the_series_is_taken_off_the_list_is_all_that_is_wanted() {
        var course = course(and(part, at(20, new AcquisitionRemoved(SHOW, "sonarr", false))));
        assertThat(course.stage()).isEqualTo(Stage.AVAILABLE);
        assertThat(course.cause()).isEmpty();
        var emptied = course(
                and(part, at(20, deleted("by-hand", true, 1)), at(20, new AcquisitionRemoved(SHOW, "sonarr", true))));
        assertThat(emptied.stage()).isEqualTo(Stage.WITHDRAWN);
    }

    @Test
    void what_lacks_at_an_arr_that_no_longer_has_the_series_lacks_no_more() {
        var both = and(part, at(9, started("sonarr-4k")), at(10, lacking("sonarr-4k", 1)));
        var off = course(and(both, at(20, new AcquisitionRemoved(SHOW, "sonarr-4k", false))));
        assertThat(off.stage()).isEqualTo(Stage.INDEXING);
        assertThat(off.cause().orElseThrow().source()).isEqualTo("sonarr");
    }

    @Test
    void a_series_that_is_back_after_its_files_were_deleted_keeps_its_way_when_the_first_file_comes() {
        var again = and(
                part,
                at(20, deleted("by-hand", true, 1)),
                at(20, new AcquisitionRemoved(SHOW, "sonarr", true)),
                at(30, asked(BOB, 1)),
                at(31, started("sonarr")),
                at(40, file(1, false)));
        var course = course(again);
        assertThat(course.stage()).isEqualTo(Stage.INDEXING);
        assertThat(course.stages().get(Stage.SEARCHING.ordinal()).enteredAt()).contains(minute(31));
    }

    @Test
    void a_server_that_was_late_is_so_until_the_last_of_the_late_episodes_and_what_lacks_is_said_again() {
        var late = and(part, at(9, file(2, false)), at(10, file(3, false)), at(40, overdue(2, 3)));
        assertThat(course(late).cause().map(Cause::code)).contains("NOT_LISTED");
        var one = and(late, at(41, available(2)));
        assertThat(course(one).cause().map(Cause::code)).contains("NOT_LISTED");
        assertThat(course(and(one, at(42, available(3)))).cause().map(Cause::code))
                .contains(Cause.INCOMPLETE);
        var deleted = and(one, at(42, deleted("by-hand", false, 3)));
        assertThat(course(deleted).cause().map(Cause::code)).contains(Cause.INCOMPLETE);
        var cleared = and(late, at(41, cleared("sonarr")));
        assertThat(course(cleared).cause().map(Cause::code)).contains("NOT_LISTED");
        assertThat(course(and(cleared, at(42, available(2)), at(43, available(3))))
                        .cause())
                .isEmpty();
    }

    @Test
    void what_lacks_still_lacks_when_a_better_file_of_another_episode_comes() {
        var better = and(part, at(20, deleted("upgrade", false, 1)), at(20, file(1, true)));
        assertThat(course(better).cause().map(Cause::code)).contains(Cause.INCOMPLETE);
    }

    @Test
    void each_arr_speaks_for_itself_and_the_word_of_one_stays_when_that_of_the_other_goes() {
        var both = and(part, at(9, lacking("sonarr-4k", 1)), at(10, cleared("sonarr-4k")));
        assertThat(course(both).cause().orElseThrow().source()).isEqualTo("sonarr");
        assertThat(course(and(both, at(11, cleared("sonarr")))).cause()).isEmpty();
    }

    @Test
    void of_episodes_that_lack_nobody_is_called_whatever_the_search_waited_for_before() {
        var stuck =
                and(part, at(9, found("NO_INDEXER_ANSWERS")), at(400, attention()), at(410, lacking("sonarr", 2, 3)));
        assertThat(course(stuck.subList(0, 8)).stage()).isEqualTo(Stage.NEEDS_YOU);
        assertThat(course(stuck).stage()).isEqualTo(Stage.INDEXING);
        assertThat(course(stuck).tone()).isEqualTo(Tone.WAIT);
    }

    @Test
    void a_new_episode_of_what_is_available_lacks_until_another_cause_takes_its_place() {
        var more =
                and(part, at(9, cleared("sonarr")), at(10, new SeriesCaughtUp(SHOW, 1)), at(20, lacking("sonarr", 4)));
        assertThat(course(more).stage()).isEqualTo(Stage.AVAILABLE);
        assertThat(course(more).cause().map(Cause::code)).contains(Cause.INCOMPLETE);
        var stalled = and(more, at(21, found("STALLED")));
        assertThat(course(stalled).cause()).isEmpty();
    }

    /** A person stops wanting what lacks; the library counts again within the hour. */
    @Test
    void when_what_lacks_is_no_longer_wanted_the_series_is_quiet_until_the_next_count_makes_it_available() {
        var quiet = and(part, at(20, cleared("sonarr")));
        assertThat(course(quiet).stage()).isEqualTo(Stage.INDEXING);
        assertThat(course(quiet).tone()).isEqualTo(Tone.INFO);
        assertThat(course(quiet).cause()).isEmpty();
        var counted = course(and(quiet, at(70, new SeriesCaughtUp(SHOW, 1))));
        assertThat(counted.stage()).isEqualTo(Stage.AVAILABLE);
        assertThat(counted.since()).isEqualTo(minute(70));
    }

    private static Course course(List<Told> told) {
        return Telling.of(told).course();
    }

    private static MediaRequested asked(RequestId request, int season) {
        return new MediaRequested(SHOW, request, "Show", Optional.empty(), "p_1", false, List.of(season));
    }

    private static AcquisitionStarted started(String instance) {
        return new AcquisitionStarted(SHOW, instance, "Show", Optional.empty());
    }

    private static CauseFound found(String code) {
        return new CauseFound(SHOW, "sonarr", code, "words", "Prowlarr", true, minute(9), "", "");
    }

    private static AttentionNeeded attention() {
        return new AttentionNeeded(
                SHOW, "sonarr", "SEARCHING", minute(9), Duration.ofHours(6), "NO_INDEXER_ANSWERS", "words", "");
    }

    private static CauseCleared cleared(String instance) {
        return new CauseCleared(SHOW, instance, Cause.INCOMPLETE, Duration.ofMinutes(5));
    }

    private static LibraryOverdue overdue(int... episodes) {
        return new LibraryOverdue(
                SHOW, Optional.of("jellyfin"), "NOT_LISTED", "not listed", false, Optional.of(numbers(episodes)));
    }

    private static FileDeleted deleted(String reason, boolean nothingLeft, int... episodes) {
        return new FileDeleted(SHOW, "sonarr", "/tv/1.mkv", reason, nothingLeft, Optional.of(numbers(episodes)));
    }
}
