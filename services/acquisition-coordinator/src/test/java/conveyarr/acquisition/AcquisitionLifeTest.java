package conveyarr.acquisition;

import static conveyarr.acquisition.Story.ofATitle;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.acquisition.core.Acquisition.*;
import conveyarr.acquisition.core.Signal.*;
import conveyarr.events.AcquisitionEvent.*;
import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Trace;
import conveyarr.events.Via;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AcquisitionLifeTest {
    static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    static final MediaId MATRIX = MediaId.movie(603);
    static final Optional<Integer> YEAR = Optional.of(1999);

    @Test
    void a_title_on_the_list_is_wanted_and_a_release_starts_the_first_attempt() {
        ofATitle()
                .when(listed(0))
                .then(Wanted.class, new AcquisitionStarted(MATRIX, "radarr", "The Matrix", YEAR))
                .when(picked(1, "D1"))
                .then(Grabbed.class, grabbed("D1", 1));
    }

    @Test
    void a_grab_of_a_title_that_nobody_spoke_of_starts_its_acquisition_too() {
        ofATitle()
                .when(picked(1, "D1"))
                .then(Grabbed.class, new AcquisitionStarted(MATRIX, "radarr", "The Matrix", YEAR), grabbed("D1", 1))
                .when(listed(0))
                .then(Grabbed.class);
    }

    @Test
    void a_failed_release_is_told_and_the_next_grab_is_the_second_attempt() {
        ofATitle()
                .given(listed(0), picked(1, "D1"))
                .when(givenUp(2, "D1"))
                .then(Wanted.class, new ReleaseFailed(MATRIX, "radarr", "D1", "no seeds"))
                .when(picked(3, "D2"))
                .then(Grabbed.class, grabbed("D2", 2));
    }

    @Test
    void a_download_of_other_episodes_is_no_attempt_at_these() {
        var story = ofATitle().given(listed(0), episode(1, "D1", 1), episode(1, "D2", 2));
        assertThat(((Grabbed) story.state()).attempt()).isEqualTo(1);
        story.given(givenUp(2, "D1"), episode(3, "D3", 1));
        assertThat(((Grabbed) story.state()).attempt()).isEqualTo(2);
        story.given(picked(4, "D4"));
        assertThat(((Grabbed) story.state()).attempt()).isEqualTo(4);
    }

    private static Picked episode(int minute, String download, int number) {
        var one = Episodes.of(List.of(new Episodes.Number(1, number)));
        var release = new Release(download, "The.Matrix." + download, 1000, Optional.empty(), one);
        return new Picked(trace(minute, "grab", download), MATRIX, new Title("The Matrix", YEAR), release);
    }

    @Test
    void a_blocked_import_waits_for_a_person_until_it_is_imported() {
        ofATitle()
                .given(listed(0), picked(1, "D1"))
                .when(refused(2, "D1"))
                .then(Blocked.class, new ImportBlocked(MATRIX, "radarr", "D1", List.of("Sample")))
                .when(imported(3, "D1"))
                .then(Finished.class, new AcquisitionFinished(MATRIX, "radarr"));
    }

    @Test
    void a_failure_that_is_found_after_the_next_grab_does_not_end_that() {
        ofATitle()
                .given(picked(1, "D1"), picked(3, "D2"))
                .when(givenUp(2, "D1"))
                .then(Grabbed.class, new ReleaseFailed(MATRIX, "radarr", "D1", "no seeds"));
    }

    @Test
    void a_grab_that_is_found_after_its_import_is_told_and_the_title_stays_finished() {
        ofATitle()
                .when(imported(5, "D1"))
                .then(Finished.class, new AcquisitionFinished(MATRIX, "radarr"))
                .when(picked(1, "D1"))
                .then(Finished.class, new AcquisitionStarted(MATRIX, "radarr", "The Matrix", YEAR), grabbed("D1", 1));
    }

    @Test
    void a_download_that_was_replaced_without_a_word_is_over_when_the_title_is_complete() {
        ofATitle()
                .given(picked(1, "D1"), picked(2, "D2"))
                .when(imported(3, "D2"))
                .then(Finished.class, new AcquisitionFinished(MATRIX, "radarr"));
    }

    @Test
    void an_upgrade_is_a_first_attempt_again_and_finishes_again() {
        var story = ofATitle()
                .given(picked(1, "D1"), imported(2, "D1"))
                .when(picked(60, "D2"))
                .then(Grabbed.class, grabbed("D2", 1))
                .when(imported(70, "D2"))
                .then(Finished.class, new AcquisitionFinished(MATRIX, "radarr"));
        assertThat(story.told()).hasSize(5);
    }

    @Test
    void a_file_that_a_person_put_there_finishes_the_title() {
        ofATitle()
                .given(listed(0))
                .when(new Imported(happened(3, "import", 7), MATRIX, Optional.empty()))
                .then(Finished.class, new AcquisitionFinished(MATRIX, "radarr"));
    }

    @Test
    void one_file_of_a_series_ends_its_download_but_does_not_make_the_series_complete() {
        var series = MediaId.series(81189);
        ofATitle()
                .when(new Imported(happened(3, "import", 7), series, Optional.of("D1")))
                .then(Wanted.class);
    }

    @Test
    void a_series_that_nobody_spoke_of_stays_unknown_when_a_person_adds_a_file() {
        ofATitle()
                .when(new Imported(happened(3, "import", 7), MediaId.series(81189), Optional.empty()))
                .then(Unknown.class);
    }

    @Test
    void the_past_of_a_series_does_not_grow_for_ever() {
        var story = ofATitle();
        for (int i = 0; i < 200; i++) {
            story.when(picked(i, "D" + i));
        }
        assertThat(story.state().past().attempts()).hasSize(50).last().satisfies(last -> assertThat(last.download())
                .isEqualTo("D199"));
    }

    static Listed listed(int minute) {
        return new Listed(happened(minute, "added", 12), MATRIX, new Title("The Matrix", YEAR));
    }

    static Picked picked(int minute, String download) {
        return new Picked(
                trace(minute, "grab", download),
                MATRIX,
                new Title("The Matrix", YEAR),
                new Release(download, "The.Matrix." + download, 1000, Optional.empty(), Optional.empty()));
    }

    static GivenUp givenUp(int minute, String download) {
        return new GivenUp(trace(minute, "failed", download), MATRIX, download, "no seeds");
    }

    static Refused refused(int minute, String download) {
        return new Refused(trace(minute, "blocked", download), MATRIX, download, List.of("Sample"));
    }

    static Imported imported(int minute, String download) {
        return new Imported(happened(minute, "import", download), MATRIX, Optional.of(download));
    }

    static Occurrence happened(int minute, String kind, Object number) {
        return Occurrence.at(NOON.plus(ofMinutes(minute)), Via.HOOK, "radarr", NaturalKey.of(kind, number));
    }

    static Trace trace(int minute, String kind, Object number) {
        return Trace.of(NOON.plus(ofMinutes(minute)), Via.HOOK, "radarr", NaturalKey.of(kind, number, 1));
    }

    private static ReleaseGrabbed grabbed(String download, int attempt) {
        return new ReleaseGrabbed(
                MATRIX, "radarr", download, "The.Matrix." + download, 1000, Optional.empty(), attempt);
    }
}
