package conveyarr.health.timeline;

import static conveyarr.health.Told.DOWNLOAD;
import static conveyarr.health.Told.HASH;
import static conveyarr.health.Told.grab;
import static conveyarr.health.Told.imported;
import static conveyarr.health.timeline.Telling.MATRIX;
import static conveyarr.health.timeline.Telling.and;
import static conveyarr.health.timeline.Telling.at;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.AcquisitionEvent.ImportBlocked;
import conveyarr.events.DownloadEvent.DownloadFailed;
import conveyarr.events.DownloadEvent.DownloadProgressed;
import conveyarr.events.DownloadEvent.DownloadRemoved;
import conveyarr.events.DownloadEvent.DownloadResumed;
import conveyarr.events.DownloadEvent.DownloadStalled;
import conveyarr.events.DownloadId;
import conveyarr.health.Told;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManyDownloadsTest {
    private static final String NEWER = "0000000000000000000000000000000000000042";
    private static final DownloadId NEWEST = new DownloadId("qbittorrent", NEWER);
    private static final Duration LONG = Duration.ofMinutes(15);
    private final List<Told> two = List.of(
            at(0, grab(MATRIX, HASH)),
            at(5, grab(MATRIX, NEWER)),
            at(6, new DownloadProgressed(MATRIX, NEWEST, 60, Optional.empty())));

    @Test
    void an_older_download_does_not_speak_for_the_newest() {
        var expected = Telling.of(two).course();
        for (var older : List.of(
                new DownloadStalled(MATRIX, DOWNLOAD, LONG),
                new DownloadFailed(MATRIX, DOWNLOAD, "missingFiles"),
                new DownloadRemoved(MATRIX, DOWNLOAD),
                new DownloadProgressed(MATRIX, DOWNLOAD, 10, Optional.empty()))) {
            assertThat(Telling.of(and(two, at(7, older))).course())
                    .as(older.toString())
                    .isEqualTo(expected);
        }
        var stalled = and(two, at(7, new DownloadStalled(MATRIX, NEWEST, LONG)));
        assertThat(Telling.of(and(stalled, at(8, new DownloadResumed(MATRIX, DOWNLOAD))))
                        .course()
                        .tone())
                .isEqualTo(Tone.WARN);
    }

    @Test
    void a_download_of_which_no_grab_is_known_speaks_for_itself() {
        var foreign = new DownloadId("qbittorrent", "0000000000000000000000000000000000000077");
        assertThat(Telling.of(and(two, at(7, new DownloadStalled(MATRIX, foreign, LONG))))
                        .course()
                        .tone())
                .isEqualTo(Tone.WARN);
    }

    @Test
    void a_blocked_import_after_the_file_was_imported_needs_nobody() {
        var told = and(
                two,
                at(8, imported(MATRIX)),
                at(9, new ImportBlocked(MATRIX, "radarr", HASH, List.of("No files found are eligible for import"))));
        var course = Telling.of(told).course();
        assertThat(course.stage()).isEqualTo(Stage.INDEXING);
        assertThat(course.cause()).isEmpty();
    }
}
