package conveyarr.health.timeline;

import static conveyarr.health.Told.DOWNLOAD;
import static conveyarr.health.Told.HASH;
import static conveyarr.health.Told.grab;
import static conveyarr.health.Told.imported;
import static conveyarr.health.Told.life;
import static conveyarr.health.Told.minute;
import static conveyarr.health.timeline.Telling.MATRIX;
import static conveyarr.health.timeline.Telling.and;
import static conveyarr.health.timeline.Telling.at;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.AcquisitionEvent.AcquisitionStarted;
import conveyarr.events.AcquisitionEvent.ImportBlocked;
import conveyarr.events.AcquisitionEvent.ReleaseFailed;
import conveyarr.events.DownloadEvent.DownloadCompleted;
import conveyarr.events.DownloadEvent.DownloadFailed;
import conveyarr.events.DownloadEvent.DownloadHeld;
import conveyarr.events.DownloadEvent.DownloadHoldChanged;
import conveyarr.events.DownloadEvent.DownloadProgressed;
import conveyarr.events.DownloadEvent.DownloadReleased;
import conveyarr.events.DownloadEvent.DownloadRemoved;
import conveyarr.events.DownloadEvent.DownloadResumed;
import conveyarr.events.DownloadEvent.DownloadStalled;
import conveyarr.events.DownloadEvent.HoldReason;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.RequestEvent.MediaRequested;
import conveyarr.events.RequestEvent.RequestApproved;
import conveyarr.events.RequestEvent.RequestDeclined;
import conveyarr.events.RequestEvent.RequestFulfilled;
import conveyarr.events.RequestEvent.RequestWithdrawn;
import conveyarr.events.RequestId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CourseTest {
    private static final String OTHER = "0000000000000000000000000000000000000042";
    private static final RequestId BOB = new RequestId("seerr", 300);

    @Test
    void a_whole_life_ends_available_with_a_time_for_each_of_the_seven_stages() {
        var course = Telling.of(life(MATRIX, "The Matrix")).course();
        assertThat(course.stage()).isEqualTo(Stage.AVAILABLE);
        assertThat(course.tone()).isEqualTo(Tone.OK);
        assertThat(course.since()).isEqualTo(minute(6));
        assertThat(course.stages())
                .extracting(visit -> visit.enteredAt().orElseThrow())
                .containsExactly(minute(0), minute(1), minute(2), minute(3), minute(4), minute(5), minute(6));
        assertThat(course.stages().getFirst().leftAt()).contains(minute(1));
        assertThat(course.stages().getLast().leftAt()).isEmpty();
    }

    @Test
    void a_request_that_nobody_has_approved_says_so_until_somebody_does() {
        var asked = new MediaRequested(MATRIX, BOB, "The Matrix", Optional.of(1999), "p_bob", false, List.of());
        var waiting = Telling.of(List.of(at(0, asked))).course();
        assertThat(waiting.stage()).isEqualTo(Stage.REQUESTED);
        assertThat(waiting.tone()).isEqualTo(Tone.WAIT);
        assertThat(waiting.cause().orElseThrow().code()).isEqualTo("WAITING_FOR_APPROVAL");
        assertThat(waiting.cause().orElseThrow().explain())
                .isEqualTo("Nobody has approved it yet (seerr). Approve or decline it in seerr, or here.");
        var approved = Telling.of(List.of(at(0, asked), at(1, new RequestApproved(MATRIX, BOB, false))));
        assertThat(approved.course().cause()).isEmpty();
        var late = Telling.of(List.of(at(0, new RequestApproved(MATRIX, BOB, true)), at(1, asked)));
        assertThat(late.course().cause()).isEmpty();
    }

    @Test
    void a_poll_that_sees_the_end_of_the_download_after_the_import_moves_nothing_back() {
        var course = Telling.of(
                        at(0, grab(MATRIX, HASH)),
                        at(5, imported(MATRIX)),
                        at(6, new DownloadCompleted(MATRIX, DOWNLOAD)))
                .course();
        assertThat(course.stage()).isEqualTo(Stage.INDEXING);
        assertThat(course.stages().get(Stage.IMPORTING.ordinal()).enteredAt()).contains(minute(5));
        assertThat(course.stages().get(Stage.SEARCHING.ordinal()).enteredAt()).isEmpty();
    }

    @Test
    void a_download_that_is_held_waits_and_is_in_no_trouble_and_goes_on_when_it_is_released() {
        var held = List.of(
                at(0, grab(MATRIX, HASH)),
                at(1, new DownloadProgressed(MATRIX, DOWNLOAD, 60, Optional.empty())),
                at(2, new DownloadHeld(MATRIX, DOWNLOAD, HoldReason.VPN_DOWN, true)));
        var course = Telling.of(held).course();
        assertThat(course.stage()).isEqualTo(Stage.DOWNLOADING);
        assertThat(course.tone()).isEqualTo(Tone.WAIT);
        assertThat(course.cause()).contains(new Cause("HELD_VPN_DOWN", "VPN lost", "qbittorrent", minute(2)));
        var other = new ArrayList<>(held);
        other.add(at(3, new DownloadHoldChanged(MATRIX, DOWNLOAD, HoldReason.LEAK, true)));
        assertThat(Telling.of(other).course().cause())
                .contains(new Cause("HELD_LEAK", "qbittorrent goes past the VPN", "qbittorrent", minute(3)));
        var released = new ArrayList<>(other);
        released.add(at(5, new DownloadReleased(MATRIX, DOWNLOAD, HoldReason.VPN_DOWN, Duration.ofMinutes(3))));
        assertThat(Telling.of(released).course().tone()).isEqualTo(Tone.INFO);
        assertThat(Telling.of(released).course().cause()).isEmpty();
    }

    @Test
    void a_stalled_download_stays_where_it_is_and_says_why() {
        var stalled = List.of(
                at(0, grab(MATRIX, HASH)),
                at(1, new DownloadProgressed(MATRIX, DOWNLOAD, 60, Optional.of(Duration.ofMinutes(9)))),
                at(20, new DownloadStalled(MATRIX, DOWNLOAD, Duration.ofMinutes(15))));
        var course = Telling.of(stalled).course();
        assertThat(course.stage()).isEqualTo(Stage.DOWNLOADING);
        assertThat(course.tone()).isEqualTo(Tone.WARN);
        assertThat(course.cause()).contains(new Cause("STALLED", "No data for 15 min", "qbittorrent", minute(20)));
        assertThat(course.moving().progress()).contains(0.6);
        assertThat(course.moving().eta()).isEmpty();

        var resumed = Telling.of(and(stalled, at(21, new DownloadResumed(MATRIX, DOWNLOAD))))
                .course();
        assertThat(resumed.tone()).isEqualTo(Tone.INFO);
        assertThat(resumed.cause()).isEmpty();
    }

    @Test
    void a_progress_gives_a_percentage_and_an_end_and_nothing_else_does() {
        var running = Telling.of(
                        at(0, grab(MATRIX, HASH)),
                        at(2, new DownloadProgressed(MATRIX, DOWNLOAD, 60, Optional.of(Duration.ofMinutes(9)))))
                .course();
        assertThat(running.moving().eta()).contains(minute(11));
        assertThat(Telling.of(at(0, grab(MATRIX, HASH))).course().moving().progress())
                .isEmpty();
    }

    @Test
    void a_release_that_was_given_up_leads_back_to_the_search_and_the_next_grab_is_another_attempt() {
        var failed = List.of(
                at(0, new AcquisitionStarted(MATRIX, "radarr", "The Matrix", Optional.of(1999))),
                at(1, grab(MATRIX, HASH)),
                at(9, new ReleaseFailed(MATRIX, "radarr", HASH, "stalled with no connections")));
        var course = Telling.of(failed).course();
        assertThat(course.stage()).isEqualTo(Stage.SEARCHING);
        assertThat(course.cause().orElseThrow().text()).isEqualTo("stalled with no connections");

        var again = Telling.of(and(
                        failed,
                        at(10, grab(MATRIX, OTHER)),
                        at(11, new DownloadRemoved(MATRIX, DOWNLOAD)))) // of the one that was given up
                .course();
        assertThat(again.stage()).isEqualTo(Stage.DOWNLOADING);
        assertThat(again.cause()).isEmpty();
        assertThat(again.stages().get(Stage.DOWNLOADING.ordinal()).spent().attempts())
                .isEqualTo(2);
        assertThat(again.stages().get(Stage.DOWNLOADING.ordinal()).spent().finished())
                .isEqualTo(Duration.ofMinutes(8));
    }

    @Test
    void a_broken_download_has_failed_until_another_release_is_picked() {
        var broken = List.of(at(0, grab(MATRIX, HASH)), at(1, new DownloadFailed(MATRIX, DOWNLOAD, "missingFiles")));
        var course = Telling.of(broken).course();
        assertThat(course.stage()).isEqualTo(Stage.FAILED);
        assertThat(course.tone()).isEqualTo(Tone.BAD);
        assertThat(Telling.of(and(broken, at(2, grab(MATRIX, OTHER)))).course().stage())
                .isEqualTo(Stage.DOWNLOADING);
    }

    @Test
    void a_blocked_import_needs_a_person_until_the_file_is_imported() {
        var blocked = List.of(
                at(0, grab(MATRIX, HASH)),
                at(4, new DownloadCompleted(MATRIX, DOWNLOAD)),
                at(5, new ImportBlocked(MATRIX, "radarr", HASH, List.of("No files found are eligible for import"))));
        var course = Telling.of(blocked).course();
        assertThat(course.stage()).isEqualTo(Stage.NEEDS_YOU);
        assertThat(course.since()).isEqualTo(minute(5));
        assertThat(course.cause().orElseThrow().code()).isEqualTo("IMPORT_BLOCKED");
        assertThat(Telling.of(and(blocked, at(9, imported(MATRIX)))).course().stage())
                .isEqualTo(Stage.INDEXING);
    }

    @Test
    void a_title_is_declined_only_when_all_who_asked_were_declined() {
        var ana = new RequestId("seerr", 214);
        var both = List.of(at(0, asked(ana)), at(1, asked(BOB)), at(2, new RequestDeclined(MATRIX, ana)));
        assertThat(Telling.of(both).course().stage()).isEqualTo(Stage.REQUESTED);
        var none = and(both, at(3, new RequestWithdrawn(MATRIX, BOB)));
        assertThat(Telling.of(none).course().stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(Telling.of(and(none, at(4, new RequestApproved(MATRIX, BOB, false))))
                        .course()
                        .stage())
                .isEqualTo(Stage.APPROVED);
    }

    @Test
    void who_asks_again_after_the_end_begins_a_new_life() {
        var again = and(life(MATRIX, "The Matrix"), at(60, asked(BOB)));
        var course = Telling.of(again).course();
        assertThat(course.stage()).isEqualTo(Stage.REQUESTED);
        assertThat(course.stages().getLast().enteredAt()).isEmpty();
        assertThat(Telling.of(and(again, at(61, new RequestFulfilled(MATRIX, BOB))))
                        .course()
                        .stage())
                .isEqualTo(Stage.AVAILABLE);
    }

    @Test
    void the_word_of_seerr_is_not_enough_while_a_release_is_on_its_way() {
        var course = Telling.of(
                        at(0, grab(MATRIX, HASH)), at(5, imported(MATRIX)), at(6, new RequestFulfilled(MATRIX, BOB)))
                .course();
        assertThat(course.stage()).isEqualTo(Stage.INDEXING);
    }

    @Test
    void an_upgrade_takes_nothing_off_the_shelf() {
        var upgraded = and(life(MATRIX, "The Matrix"), at(90, grab(MATRIX, OTHER)));
        assertThat(Telling.of(upgraded).course().stage()).isEqualTo(Stage.AVAILABLE);
    }

    @Test
    void a_title_that_nobody_asked_for_has_a_course_too() {
        var course = Telling.of(at(3, new MediaBecameAvailable(MATRIX, Optional.empty(), Optional.empty())))
                .course();
        assertThat(course.stage()).isEqualTo(Stage.AVAILABLE);
        assertThat(course.stages().getFirst().enteredAt()).isEmpty();
    }

    private static MediaRequested asked(RequestId request) {
        return new MediaRequested(MATRIX, request, "The Matrix", Optional.of(1999), "p_bob", false, List.of());
    }
}
