package conveyarr.health.timeline;

import static conveyarr.health.Told.DOWNLOAD;
import static conveyarr.health.timeline.Telling.MATRIX;
import static conveyarr.health.timeline.Telling.at;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.AcquisitionEvent.ImportBlocked;
import conveyarr.events.AcquisitionEvent.ReleaseFailed;
import conveyarr.events.AcquisitionEvent.ReleaseGrabbed;
import conveyarr.events.DownloadEvent.DownloadProgressed;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.LibraryEvent.ScanRequested;
import conveyarr.events.RequestEvent.MediaRequested;
import conveyarr.events.RequestId;
import conveyarr.health.Told;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LongTimelineTest {
    private static final Told ASKED = at(0, asked("The Matrix"));
    private static final Told READY =
            at(9000, new MediaBecameAvailable(MATRIX, Optional.of("jellyfin"), Optional.of("77")));

    @Test
    void beyond_the_longest_the_oldest_chatter_gives_way_to_what_counts() {
        var told = new ArrayList<>(List.of(ASKED));
        chatter(Timeline.LONGEST).forEach(told::add);
        told.add(READY);
        Timeline timeline = Telling.of(told);
        assertThat(timeline.entries()).hasSize(Timeline.LONGEST);
        assertThat(timeline.course().stage()).isEqualTo(Stage.AVAILABLE);
        assertThat(timeline.entries().getFirst().kind()).isEqualTo("MEDIA_REQUESTED");
        assertThat(timeline.entries().get(1).at()).isEqualTo(Told.minute(3));
    }

    @Test
    void which_are_kept_does_not_depend_on_the_order_in_which_they_come() {
        var told = new ArrayList<>(List.of(ASKED, READY));
        chatter(Timeline.LONGEST + 20).forEach(told::add);
        var expected = kept(told);
        Collections.shuffle(told, new Random(603));
        assertThat(kept(told)).isEqualTo(expected);
    }

    @Test
    void a_title_without_chatter_keeps_its_requests_and_its_end() {
        var told = new ArrayList<>(List.of(ASKED, READY));
        IntStream.rangeClosed(1, Timeline.LONGEST)
                .mapToObj(minute -> at(minute, new ScanRequested(MATRIX, "jellyfin", "/movies/" + minute)))
                .forEach(told::add);
        var kinds = Telling.of(told).entries().stream().map(Entry::kind).collect(Collectors.toSet());
        assertThat(kinds).contains("MEDIA_REQUESTED", "MEDIA_BECAME_AVAILABLE");
    }

    @Test
    void long_texts_are_cut() {
        String endless = "x".repeat(100_000);
        var timeline = Telling.of(
                at(0, asked(endless)),
                at(1, new ReleaseGrabbed(MATRIX, "radarr", "hash", endless, 1, Optional.empty(), 1)),
                at(2, new ReleaseFailed(MATRIX, "radarr", "hash", endless)),
                at(3, new ImportBlocked(MATRIX, "radarr", "hash", Collections.nCopies(100, endless))));
        assertThat(timeline.facts().name().title()).hasSize(500);
        assertThat(timeline.course().cause().orElseThrow().text()).hasSize(2000);
        for (Entry entry : timeline.entries()) {
            assertThat(Story.text(entry.event(), _ -> "ana")).hasSizeLessThanOrEqualTo(2100);
        }
        var pair = Telling.of(at(0, asked("x".repeat(498) + "\uD83C\uDFAC and more")));
        assertThat(pair.facts().name().title()).isEqualTo("x".repeat(498) + "…");
    }

    private static List<Told> chatter(int lines) {
        return IntStream.rangeClosed(1, lines)
                .mapToObj(minute -> at(minute, new DownloadProgressed(MATRIX, DOWNLOAD, 10, Optional.empty())))
                .toList();
    }

    private static List<Entry> kept(List<Told> told) {
        Timeline timeline = Timeline.of(MATRIX);
        for (Told one : told) {
            timeline = timeline.with(Telling.entry(one, 7));
        }
        return timeline.entries();
    }

    private static MediaRequested asked(String title) {
        return new MediaRequested(
                MATRIX, new RequestId("seerr", 214), title, Optional.empty(), "p_ana", false, List.of());
    }
}
