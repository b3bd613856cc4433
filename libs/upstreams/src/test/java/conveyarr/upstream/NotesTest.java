package conveyarr.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The notes that download clients send by our own lines, the words of trackers, and the fixes for lost networks. */
class NotesTest {
    private static final Set<String> EVENTS = Set.of("finished");

    @Test
    void only_the_words_of_our_own_lines_are_understood() {
        assertThat(read("{\"event\":\"finished\",\"id\":\"abc\"}").understood()).isTrue();
        assertThat(read("{\"event\":\"exploded\"}").understood()).isFalse();
        assertThat(read("{\"event\":\"exploded\"}").type()).isEqualTo("exploded");
        for (String form : new String[] {"event=finished", "event=finished&id=abc", "id=-&v1=abc&event=finished\n"}) {
            assertThat(read(form).understood()).as(form).isTrue();
        }
        for (String form :
                new String[] {"event=exploded", "event=", "xevent=finished", "event=finished x", "id=event=finished"}) {
            assertThat(read(form).understood()).as(form).isFalse();
        }
        assertThat(read("event=exploded").type()).isEqualTo("exploded");
    }

    @Test
    void no_body_makes_it_fail() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 3000; i++) {
            var body = new byte[random.nextInt(60)];
            random.nextBytes(body);
            assertThat(NoteHooks.read(body, EVENTS).type()).isNotBlank().hasSizeLessThanOrEqualTo(80);
        }
        assertThat(read("{\"event\":").understood()).isFalse();
        assertThat(read("{\"event\":\"" + "x".repeat(9999) + "\"}").type()).hasSize(80);
    }

    @Test
    void unregistered_is_what_a_tracker_says_in_its_own_words() {
        for (String words : new String[] {
            "Torrent not registered with this tracker",
            "unregistered torrent",
            "Unknown torrent",
            "Torrent has been deleted",
            "InfoHash not found.",
            "Trumped"
        }) {
            assertThat(new Tracker("t", Tracker.State.FAILING, words).saysUnregistered())
                    .as(words)
                    .isTrue();
        }
        for (String words : new String[] {
            "Connection refused",
            "timed out",
            "",
            "Host not found (authoritative)",
            "skipping tracker announce (unreachable)"
        }) {
            assertThat(new Tracker("t", Tracker.State.FAILING, words).saysUnregistered())
                    .as(words)
                    .isFalse();
        }
        assertThat(new Tracker("t", Tracker.State.WORKING, "unregistered torrent").saysUnregistered())
                .isFalse();
    }

    private static HookReader.Reading read(String body) {
        return NoteHooks.read(body.getBytes(UTF_8), EVENTS);
    }
}
