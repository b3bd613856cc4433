package conveyarr.health.timeline;

import static conveyarr.health.Told.DOWNLOAD;
import static conveyarr.health.Told.HASH;
import static conveyarr.health.Told.grab;
import static conveyarr.health.Told.minute;
import static conveyarr.health.timeline.Telling.MATRIX;
import static conveyarr.health.timeline.Telling.and;
import static conveyarr.health.timeline.Telling.at;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.AcquisitionEvent.AcquisitionStarted;
import conveyarr.events.AcquisitionEvent.HandOverGivenUp;
import conveyarr.events.AcquisitionEvent.HandOverWanted;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent.DownloadFailed;
import conveyarr.events.RequestEvent.HandOverRetried;
import conveyarr.events.RequestEvent.MediaRequested;
import conveyarr.events.RequestEvent.RequestApproved;
import conveyarr.events.RequestEvent.RequestDeclined;
import conveyarr.events.RequestEvent.RequestFailed;
import conveyarr.events.RequestId;
import conveyarr.health.Told;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A request is what Seerr said of it last, however often people change their minds, and a retry may fail again. */
class ChangedMindTest {
    private static final RequestId ANA = new RequestId("seerr", 214);
    private static final DomainEvent APPROVED = new RequestApproved(MATRIX, ANA, false);
    private static final DomainEvent DECLINED = new RequestDeclined(MATRIX, ANA);
    private static final DomainEvent FAILED = new RequestFailed(MATRIX, ANA, true);
    private final List<Told> asked =
            List.of(at(0, new MediaRequested(MATRIX, ANA, "The Matrix", Optional.of(1999), "p_ana", false, List.of())));

    @Test
    void declined_approved_declined_and_approved_again_it_goes_on() {
        var declined = and(asked, at(1, DECLINED), at(2, APPROVED), at(3, DECLINED));
        assertStage(Stage.DECLINED, declined);
        assertThat(Telling.of(declined).course().since()).isEqualTo(minute(3));
        var approved = and(declined, at(4, APPROVED));
        assertStage(Stage.APPROVED, approved);
        assertThat(Telling.of(approved).course().cause()).isEmpty();
        assertStage(Stage.SEARCHING, and(approved, at(5, started())));
        var grabbed = and(approved, at(5, started()), at(6, grab(MATRIX, HASH)));
        assertStage(Stage.DOWNLOADING, grabbed);
        assertStage(Stage.DECLINED, and(grabbed, at(7, DECLINED)));
        assertStage(Stage.DOWNLOADING, and(grabbed, at(7, DECLINED), at(8, APPROVED)));
    }

    @Test
    void in_whatever_order_the_events_arrive() {
        var told = new ArrayList<>(and(asked, at(1, DECLINED), at(2, APPROVED), at(3, DECLINED), at(4, APPROVED)));
        for (int i = 0; i < told.size(); i++) {
            Collections.rotate(told, 1);
            assertStage(Stage.APPROVED, told);
        }
        assertThat(Telling.of(told).entries()).hasSize(5);
    }

    @Test
    void a_retry_that_fails_again_is_failed_again_and_one_that_does_not_goes_on() {
        var failed = and(asked, at(1, APPROVED), at(2, FAILED));
        assertStage(Stage.FAILED, failed);
        var retried = and(
                failed,
                at(7, new HandOverWanted(MATRIX, ANA, 1)),
                at(8, APPROVED),
                at(9, new HandOverRetried(MATRIX, ANA, 1, Optional.empty())));
        assertStage(Stage.APPROVED, retried);
        var again = and(retried, at(10, FAILED));
        assertStage(Stage.FAILED, again);
        assertThat(Telling.of(again).course().since()).isEqualTo(minute(10));
        var over = and(again, at(20, new HandOverGivenUp(MATRIX, ANA, 1, "radarr still does not have it")));
        assertStage(Stage.FAILED, over);
        assertStage(Stage.APPROVED, and(over, at(30, APPROVED)));
        assertStage(Stage.SEARCHING, and(over, at(30, APPROVED), at(31, started())));
    }

    @Test
    void an_approval_that_is_told_again_heals_no_download() {
        var failed = and(
                asked,
                at(1, APPROVED),
                at(2, grab(MATRIX, HASH)),
                at(3, new DownloadFailed(MATRIX, DOWNLOAD, "missingFiles")));
        Stage stuck = Telling.of(failed).course().stage();
        assertThat(stuck).isEqualTo(Stage.FAILED);
        assertStage(stuck, and(failed, at(4, APPROVED)));
    }

    private static AcquisitionStarted started() {
        return new AcquisitionStarted(MATRIX, "radarr", "The Matrix", Optional.of(1999));
    }

    private static void assertStage(Stage stage, List<Told> told) {
        assertThat(Telling.of(told).course().stage())
                .as(told.getLast().event().toString())
                .isEqualTo(stage);
    }
}
