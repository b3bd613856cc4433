package conveyarr.health.timeline;

import static conveyarr.health.timeline.Telling.MATRIX;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.AcquisitionEvent.ReleaseGrabbed;
import conveyarr.events.DownloadEvent.DownloadProgressed;
import conveyarr.events.Episodes;
import conveyarr.events.LibraryEvent.FileImported;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.MediaId;
import conveyarr.events.RequestEvent.MediaRequested;
import conveyarr.events.RequestId;
import conveyarr.health.Told;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoryTest {
    @Test
    void a_life_reads_as_a_story() {
        var lines = Telling.of(Told.life(MATRIX, "The Matrix")).entries().stream()
                .map(entry -> Story.text(entry.event(), _ -> "ana"))
                .toList();
        assertThat(lines)
                .containsExactly(
                        "ana asked for it",
                        "Approved automatically",
                        "radarr is looking for a release",
                        "radarr picked The.Matrix.1999.1080p, 12.4 GB from Indexer",
                        "Download complete",
                        "radarr put it into the library: Bluray-1080p, 12.4 GB",
                        "jellyfin lists it: ready to watch");
    }

    @Test
    void seasons_and_remaining_time_are_said_in_words() {
        var seasons = new MediaRequested(
                MATRIX, new RequestId("seerr", 1), "Severance", Optional.empty(), "p", true, List.of(1, 2));
        assertThat(Story.text(seasons, _ -> "ana")).isEqualTo("ana asked for seasons 1, 2 in 4K");
        var progress = new DownloadProgressed(MATRIX, Told.DOWNLOAD, 60, Optional.of(Duration.ofMinutes(65)));
        assertThat(Story.text(progress, _ -> "")).isEqualTo("60 % downloaded, about 1 h 5 min left");
    }

    @Test
    void the_parts_of_a_series_are_said_in_words_and_kept_when_long_texts_are_cut() {
        var some = Episodes.of(Stream.of(1, 2, 3, 5)
                .map(number -> new Episodes.Number(1, number))
                .toList());
        var grabbed =
                new ReleaseGrabbed(MediaId.series(81189), "sonarr", "D1", "Show.S01", 0, Optional.empty(), 1, some);
        assertThat(Story.text(Shorter.of(grabbed), _ -> ""))
                .isEqualTo("sonarr picked Show.S01 (season 1, episodes 1-3 and 5)");
        var special = Episodes.of(List.of(new Episodes.Number(0, 7), new Episodes.Number(2, 1)));
        var imported = new FileImported(
                MediaId.series(81189), "sonarr", 7, "/tv/a.mkv", 0, Optional.empty(), Optional.empty(), true, special);
        assertThat(Story.text(Shorter.of(imported), _ -> ""))
                .isEqualTo("sonarr put a better file into the library (special 7; season 2, episode 1)");
        var available = new MediaBecameAvailable(MediaId.series(81189), Optional.of("jellyfin"), Optional.of("i"));
        assertThat(Story.text(available, _ -> "")).isEqualTo("jellyfin lists the series");
    }

    @Test
    void the_facts_are_those_of_the_newest_request() {
        var facts = Telling.of(Told.life(MATRIX, "The Matrix")).facts();
        assertThat(facts.name()).isEqualTo(new Facts.Name("The Matrix", Optional.of(1999)));
        assertThat(facts.kind()).isEqualTo("movie");
        assertThat(facts.requestedBy()).contains("p_ana");
        assertThat(facts.requests()).containsExactly(new RequestId("seerr", 214));
    }

    @Test
    void the_name_of_the_page_depends_on_the_title_alone() {
        assertThat(Timeline.of(MATRIX).requestId())
                .isEqualTo(Telling.of(Told.life(MATRIX, "The Matrix")).requestId())
                .matches("rq_[0-9a-f]{12}");
    }
}
