package conveyarr.health.timeline;

import static conveyarr.health.Told.DOWNLOAD;
import static conveyarr.health.Told.HASH;
import static conveyarr.health.Told.grab;
import static conveyarr.health.Told.minute;
import static conveyarr.health.timeline.Telling.MATRIX;
import static conveyarr.health.timeline.Telling.and;
import static conveyarr.health.timeline.Telling.at;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.AcquisitionEvent.ImportBlocked;
import conveyarr.events.AcquisitionEvent.ReleaseFailed;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent.DownloadFailed;
import conveyarr.events.DownloadEvent.DownloadProgressed;
import conveyarr.events.DownloadEvent.DownloadRemoved;
import conveyarr.events.DownloadEvent.DownloadResumed;
import conveyarr.events.DownloadEvent.DownloadStalled;
import conveyarr.events.RequestEvent.MediaRequested;
import conveyarr.events.RequestEvent.RequestApproved;
import conveyarr.events.RequestEvent.RequestDeclined;
import conveyarr.events.RequestEvent.RequestWithdrawn;
import conveyarr.events.RequestId;
import conveyarr.health.Told;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people ended is not begun again by what its download still says. */
class EndedTest {
    private static final RequestId ANA = new RequestId("seerr", 214);
    private static final List<DomainEvent> AFTERWARDS = List.of(
            new DownloadProgressed(MATRIX, DOWNLOAD, 60, Optional.empty()),
            new DownloadResumed(MATRIX, DOWNLOAD),
            new DownloadStalled(MATRIX, DOWNLOAD, Duration.ofMinutes(15)),
            new DownloadFailed(MATRIX, DOWNLOAD, "missingFiles"),
            new DownloadRemoved(MATRIX, DOWNLOAD),
            new ReleaseFailed(MATRIX, "radarr", HASH, "removed from the queue"));
    private final List<Told> running = List.of(
            at(0, new MediaRequested(MATRIX, ANA, "The Matrix", Optional.of(1999), "p_ana", false, List.of())),
            at(1, grab(MATRIX, HASH)));

    @Test
    void a_title_that_was_withdrawn_or_declined_stays_so_whatever_its_download_says() {
        for (DomainEvent later : AFTERWARDS) {
            assertStays(Stage.WITHDRAWN, and(running, at(2, new RequestWithdrawn(MATRIX, ANA)), at(3, later)));
            assertStays(Stage.DECLINED, and(running, at(2, new RequestDeclined(MATRIX, ANA)), at(3, later)));
        }
    }

    @Test
    void an_approval_opens_the_stage_again_in_which_it_was_declined() {
        var course = Telling.of(and(
                        running,
                        at(2, new RequestDeclined(MATRIX, ANA)),
                        at(5, new RequestApproved(MATRIX, ANA, false))))
                .course();
        assertThat(course.stage()).isEqualTo(Stage.DOWNLOADING);
        assertThat(course.tone()).isEqualTo(Tone.INFO);
        var visit = course.stages().get(Stage.DOWNLOADING.ordinal());
        assertThat(visit.spent().openSince()).contains(minute(5));
        assertThat(visit.spent().finished()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void an_import_that_stops_after_the_withdrawal_is_seen_as_what_it_is() {
        var blocked = new ImportBlocked(MATRIX, "radarr", HASH, List.of("Not an upgrade"));
        var course = Telling.of(and(running, at(2, new RequestWithdrawn(MATRIX, ANA)), at(3, blocked)))
                .course();
        assertThat(course.stage()).isEqualTo(Stage.NEEDS_YOU);
        assertThat(course.stages().get(Stage.IMPORTING.ordinal()).spent().openSince())
                .contains(minute(3));
    }

    private static void assertStays(Stage stage, List<Told> told) {
        var course = Telling.of(told).course();
        String last = told.getLast().event().toString();
        assertThat(course.stage()).as(last).isEqualTo(stage);
        assertThat(course.cause().orElseThrow().code()).as(last).isEqualTo(stage.name());
        assertThat(course.stages().get(Stage.DOWNLOADING.ordinal()).leftAt())
                .as(last)
                .contains(minute(2));
    }
}
