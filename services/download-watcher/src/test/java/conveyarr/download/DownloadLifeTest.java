package conveyarr.download;

import static conveyarr.download.Story.withPatience;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.download.core.Download.*;
import conveyarr.download.core.Hold;
import conveyarr.download.core.Life;
import conveyarr.download.core.Signal;
import conveyarr.download.core.Signal.*;
import conveyarr.events.DownloadEvent.*;
import conveyarr.events.DownloadId;
import conveyarr.events.MediaId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DownloadLifeTest {
    static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    static final MediaId MATRIX = MediaId.movie(603);
    static final DownloadId D1 = new DownloadId("qbit", "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00");

    @Test
    void a_download_is_told_once_it_is_both_asked_for_and_there() {
        withPatience(ofMinutes(10))
                .when(grabbed(0))
                .then(Awaited.class)
                .when(seen(1, 0))
                .then(Running.class, new DownloadStarted(MATRIX, D1, "The.Matrix", 1000));
    }

    @Test
    void it_does_not_matter_who_speaks_first() {
        withPatience(ofMinutes(10))
                .when(seen(1, 0))
                .then(Unclaimed.class)
                .when(grabbed(2))
                .then(Running.class, new DownloadStarted(MATRIX, D1, "The.Matrix", 1000));
    }

    @Test
    void progress_is_told_in_tenths_however_often_it_is_seen() {
        var story = withPatience(ofMinutes(10)).given(grabbed(0));
        for (int done = 0; done < 1000; done++) {
            story.when(seen(1, done));
        }
        assertThat(story.told())
                .filteredOn(told -> told.event() instanceof DownloadProgressed)
                .hasSize(9);
    }

    @Test
    void ten_minutes_without_a_byte_is_a_stall_and_is_told_once() {
        withPatience(ofMinutes(10))
                .given(grabbed(0), seen(0, 100))
                .when(seen(9, 100))
                .then(Running.class)
                .when(seen(10, 100))
                .then(Stalled.class, new DownloadStalled(MATRIX, D1, ofMinutes(10)))
                .when(seen(30, 100))
                .then(Stalled.class);
    }

    @Test
    void bytes_after_a_stall_are_told_and_a_second_stall_is_another_event() {
        var story = withPatience(ofMinutes(10))
                .given(grabbed(0), seen(0, 100), seen(10, 100))
                .when(seen(11, 120))
                .then(
                        Running.class,
                        new DownloadResumed(MATRIX, D1),
                        new DownloadProgressed(MATRIX, D1, 10, Optional.empty()))
                .when(seen(30, 120))
                .then(Stalled.class, new DownloadStalled(MATRIX, D1, ofMinutes(19)));
        assertThat(story.told()).extracting(told -> told.occurrence().id()).doesNotHaveDuplicates();
    }

    @Test
    void time_that_it_rested_on_purpose_is_no_stall() {
        withPatience(ofMinutes(10))
                .given(grabbed(0), seen(0, 100), look(40, 100, Condition.RESTING))
                .when(seen(49, 100))
                .then(Running.class);
    }

    @Test
    void a_complete_download_is_told_once() {
        withPatience(ofMinutes(10))
                .given(grabbed(0), seen(0, 100))
                .when(look(5, 1000, Condition.DONE))
                .then(Finished.class, new DownloadCompleted(MATRIX, D1))
                .when(look(6, 1000, Condition.DONE))
                .then(Finished.class);
    }

    @Test
    void one_that_is_done_before_it_was_ever_seen_running_has_started_and_completed() {
        withPatience(ofMinutes(10))
                .given(grabbed(0))
                .when(look(5, 1000, Condition.DONE))
                .then(
                        Finished.class,
                        new DownloadStarted(MATRIX, D1, "The.Matrix", 1000),
                        new DownloadCompleted(MATRIX, D1));
    }

    @Test
    void gone_before_it_was_complete_is_told_but_gone_after_completion_is_not() {
        withPatience(ofMinutes(10))
                .given(grabbed(0), seen(0, 100))
                .when(new Missing(at(1), D1))
                .then(Removed.class, new DownloadRemoved(MATRIX, D1));
        withPatience(ofMinutes(10))
                .given(grabbed(0), look(5, 1000, Condition.DONE))
                .when(new Missing(at(6), D1))
                .then(Finished.class);
    }

    @Test
    void one_that_is_there_again_after_short_answers_goes_on_and_is_told_again() {
        var story = withPatience(ofMinutes(10)).given(grabbed(0), seen(0, 100), new Missing(at(1), D1));
        story.when(seen(0, 100)).then(Removed.class);
        story.when(seen(2, 100)).then(Running.class, new DownloadStarted(MATRIX, D1, "The.Matrix", 1000));
        story.when(new Missing(at(3), D1)).then(Removed.class, new DownloadRemoved(MATRIX, D1));
        story.when(look(4, 1000, Condition.DONE))
                .then(
                        Finished.class,
                        new DownloadStarted(MATRIX, D1, "The.Matrix", 1000),
                        new DownloadCompleted(MATRIX, D1));
        assertThat(story.told()).extracting(told -> told.occurrence().id()).doesNotHaveDuplicates();
    }

    @Test
    void files_that_vanish_before_the_import_are_a_failure_and_after_it_nobodys_business() {
        var story = withPatience(ofMinutes(10)).given(grabbed(0), look(5, 1000, Condition.DONE));
        story.when(look(6, 0, Condition.BROKEN)).then(Failed.class, new DownloadFailed(MATRIX, D1, "word"));
        story.when(look(7, 1000, Condition.DONE)).then(Finished.class, new DownloadCompleted(MATRIX, D1));
        story.when(new ImportSettled(at(8))).then(Finished.class);
        story.when(look(9, 0, Condition.BROKEN)).then(Finished.class);
        assertThat(story.told()).extracting(told -> told.occurrence().id()).doesNotHaveDuplicates();
    }

    /** An *arr may be done with a title, as with files of another release, before a look has shown the download, or while it still runs. */
    @Test
    void one_that_its_arr_was_done_with_early_is_nobodys_business_when_its_files_vanish() {
        for (int settled = 0; settled < 6; settled++) {
            var life = new ArrayList<Signal>(List.of(
                    grabbed(0),
                    seen(1, 0),
                    new Seen(at(2), D1, ((Seen) seen(2, 0)).look(), Optional.of(new Hold(HoldReason.DISK_FULL, false))),
                    seen(3, 100),
                    look(4, 100, Condition.BROKEN),
                    look(5, 1000, Condition.DONE)));
            life.add(settled + 1, new ImportSettled(at(settled)));
            var story = withPatience(ofMinutes(10)).given(life.toArray(Signal[]::new));
            story.when(look(9, 0, Condition.BROKEN)).then(Finished.class);
        }
    }

    @Test
    void what_is_grabbed_anew_is_waited_for_anew() {
        withPatience(ofMinutes(10))
                .given(grabbed(0), new ImportSettled(at(1)), grabbed(2), look(5, 1000, Condition.DONE))
                .when(look(9, 0, Condition.BROKEN))
                .then(Failed.class, new DownloadFailed(MATRIX, D1, "word"));
    }

    /** No *arr says that it wants no more of a download for a series, so its files may be gone for any reason. */
    @Test
    void files_of_a_series_that_vanish_after_its_download_are_nobodys_business() {
        var done = new Finished(MediaId.series(81189), D1, new Life(NOON, 0));
        assertThat(done.settled()).isTrue();
        assertThat(new Finished(MATRIX, D1, new Life(NOON, 0)).settled()).isFalse();
    }

    @Test
    void a_broken_one_that_the_client_repairs_goes_on() {
        withPatience(ofMinutes(10))
                .given(grabbed(0), seen(0, 100))
                .when(look(1, 100, Condition.BROKEN))
                .then(Failed.class, new DownloadFailed(MATRIX, D1, "word"))
                .when(look(2, 1000, Condition.DONE))
                .then(Finished.class, new DownloadCompleted(MATRIX, D1));
    }

    @Test
    void a_complete_one_that_is_added_again_later_has_a_second_life() {
        var story = withPatience(ofMinutes(10))
                .given(grabbed(0), look(5, 1000, Condition.DONE))
                .when(again(60, 0, Condition.ACTIVE))
                .then(Running.class, new DownloadStarted(MATRIX, D1, "The.Matrix", 1000))
                .when(again(70, 1000, Condition.DONE))
                .then(Finished.class, new DownloadCompleted(MATRIX, D1));
        assertThat(story.told()).extracting(told -> told.occurrence().id()).doesNotHaveDuplicates();
    }

    @Test
    void a_complete_one_that_is_grabbed_again_waits_for_the_client_to_add_it_again() {
        withPatience(ofMinutes(10))
                .given(grabbed(0), look(5, 1000, Condition.DONE))
                .when(grabbed(59))
                .then(Finished.class)
                .when(look(59, 1000, Condition.DONE))
                .then(Finished.class)
                .when(again(60, 1000, Condition.DONE))
                .then(
                        Finished.class,
                        new DownloadStarted(MATRIX, D1, "The.Matrix", 1000),
                        new DownloadCompleted(MATRIX, D1));
    }

    /** The grab comes over Kafka while the polls go on: wherever it falls, and however often, the same life is told. */
    @Test
    void the_grab_may_come_at_any_time_and_twice() {
        for (int seed = 0; seed < 2000; seed++) {
            var random = new SplittableRandom(seed);
            List<Signal> life =
                    new ArrayList<>(List.of(seen(1, 0), seen(2, 300), seen(3, 600), look(4, 1000, Condition.DONE)));
            life.add(random.nextInt(life.size() + 1), grabbed(0));
            life.add(random.nextInt(life.size() + 1), grabbed(0));
            var story = withPatience(ofMinutes(10))
                    .given(life.toArray(Signal[]::new))
                    .given(look(5, 1000, Condition.DONE));
            assertThat(story.state()).isEqualTo(new Finished(MATRIX, D1, new Life(NOON, 0)));
            assertThat(story.told())
                    .filteredOn(told -> told.event() instanceof DownloadCompleted)
                    .hasSize(1);
            assertThat(story.told()).extracting(told -> told.occurrence().id()).doesNotHaveDuplicates();
        }
    }

    private static Signal grabbed(int minute) {
        return new Grabbed(at(minute), MATRIX);
    }

    private static Signal seen(int minute, long done) {
        return look(minute, done, Condition.ACTIVE);
    }

    private static Signal look(int minute, long done, Condition condition) {
        return new Seen(
                at(minute),
                D1,
                new Look("The.Matrix", condition, "word", new Amount(1000, done, Optional.empty()), NOON));
    }

    private static Signal again(int minute, long done, Condition condition) {
        var amount = new Amount(1000, done, Optional.empty());
        return new Seen(at(minute), D1, new Look("The.Matrix", condition, "word", amount, at(55)));
    }

    private static Instant at(int minutes) {
        return NOON.plus(ofMinutes(minutes));
    }
}
