package conveyarr.library;

import static conveyarr.library.LibraryItemLifeTest.*;
import static conveyarr.library.Story.withServers;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.LibraryEvent.LibraryOverdue;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.library.core.LibraryItem.Waiting;
import conveyarr.library.core.Signal.File;
import conveyarr.library.core.Signal.Imported;
import conveyarr.library.core.Signal.Outside;
import conveyarr.library.core.Signal.Trouble;
import conveyarr.library.core.Signal.Unanswered;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What cannot be watched yet waits with a cause, which people are told once. */
class OverdueTest {
    private static final Trouble AWAY = new Trouble("SERVER_UNREACHABLE", "jellyfin: connection refused");

    @Test
    void a_server_that_scans_and_never_lists_the_item_is_told_after_the_time_and_asked_on() {
        var story = withServers("jellyfin").given(imported(0, 7, false), due(1), asked(1, "jellyfin", 1));
        story.when(missing(30, "jellyfin"));
        assertThat(overdue(story)).isEmpty();
        story.when(asked(30, "jellyfin", 2)).when(missing(31, "jellyfin"));
        assertThat(overdue(story))
                .containsExactly(new LibraryOverdue(
                        MATRIX,
                        Optional.of("jellyfin"),
                        "NOT_LISTED",
                        "jellyfin was asked 2 times to look and does not list it",
                        false,
                        Optional.empty()));
        int calls = story.calls().size();
        story.when(missing(60, "jellyfin"));
        assertThat(overdue(story)).hasSize(1);
        assertThat(story.calls()).hasSize(calls + 1);
        story.when(listed(61, "jellyfin"));
        assertThat(story.told()).anyMatch(MediaBecameAvailable.class::isInstance);
    }

    @Test
    void a_server_that_does_not_answer_is_told_in_its_own_words_after_the_time() {
        var story = withServers("jellyfin").given(imported(0, 7, false), due(1), unanswered(29));
        assertThat(overdue(story)).isEmpty();
        story.given(unanswered(31), unanswered(32));
        assertThat(overdue(story)).extracting(LibraryOverdue::words).containsExactly("jellyfin: connection refused");
        assertThat(story.state()).isInstanceOf(Waiting.class);
    }

    @Test
    void a_folder_outside_all_libraries_is_told_at_once_and_once() {
        var story =
                withServers("jellyfin").given(imported(0, 7, false), due(1), outside("jellyfin"), outside("jellyfin"));
        assertThat(overdue(story)).singleElement().satisfies(told -> {
            assertThat(told.code()).isEqualTo("OUTSIDE_LIBRARIES");
            assertThat(told.certain()).isTrue();
            assertThat(told.words())
                    .isEqualTo(
                            "No library of jellyfin holds /media/x: add the folder to one, or say where it sees it by "
                                    + "conveyarr.upstreams.jellyfin.paths");
        });
    }

    @Test
    void while_another_server_may_still_have_it_nobody_is_told() {
        var story = withServers("jellyfin", "plex").given(imported(0, 7, false), due(1), outside("jellyfin"));
        assertThat(overdue(story)).isEmpty();
        assertThat(overdue(story.when(outside("plex")))).hasSize(1);
    }

    @Test
    void what_no_server_can_be_asked_for_has_a_cause_and_no_silence() {
        var book = MediaId.book("42");
        var file = new File(3, "/books/B/b.epub", 1, Optional.empty(), false, Optional.empty());
        var story = withServers("plex").when(new Imported(at(0, Via.HOOK, 3), book, "B", Optional.empty(), file));
        assertThat(story.state()).isInstanceOf(Waiting.class);
        assertThat(story.calls()).isEmpty();
        assertThat(overdue(story)).singleElement().satisfies(told -> {
            assertThat(told.code()).isEqualTo("NO_SERVER_FOR_KIND");
            assertThat(told.server()).isEmpty();
            assertThat(told.words()).contains("can be asked for a book");
        });
    }

    @Test
    void of_the_past_the_cause_is_no_news() {
        var story = withServers("jellyfin")
                .given(byHistory(0, 7).asPast(), due(1), asked(1, "jellyfin", 1), missing(40, "jellyfin"));
        assertThat(story.lastTold().past()).isTrue();
        assertThat(overdue(story)).hasSize(1);
    }

    private static List<LibraryOverdue> overdue(Story story) {
        return story.told().stream()
                .filter(LibraryOverdue.class::isInstance)
                .map(LibraryOverdue.class::cast)
                .toList();
    }

    private static Unanswered unanswered(int minute) {
        return new Unanswered(NOON.plus(ofMinutes(minute)), MATRIX, "jellyfin", AWAY);
    }

    private static Outside outside(String server) {
        var seen = Occurrence.at(NOON.plus(ofMinutes(2)), Via.SELF, server, NaturalKey.of("scan", 1));
        return new Outside(seen, scan(server, 1), "/media/x");
    }
}
