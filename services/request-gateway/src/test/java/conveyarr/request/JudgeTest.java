package conveyarr.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.request.core.Verdict;
import conveyarr.request.core.Verdict.Result;
import conveyarr.upstream.NoteHooks;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgeTest {
    @Test
    void a_form_that_its_reader_understands_is_stored() {
        assertThat(judged("event=finished&id=abc").result()).isEqualTo(Result.STORED);
        assertThat(judged("event=finished&id=abc").type()).isEqualTo("finished");
        assertThat(judged("{\"event\":\"finished\"}").result()).isEqualTo(Result.STORED);
    }

    @Test
    void what_nobody_understands_is_kept_when_it_is_json_and_quarantined_when_it_is_not() {
        assertThat(judged("{\"event\":\"exploded\"}").result()).isEqualTo(Result.NOT_UNDERSTOOD);
        assertThat(judged("event=exploded").result()).isEqualTo(Result.QUARANTINED);
        assertThat(judged("").reason()).hasValue("empty");
        assertThat(judged("{} {}").reason().orElseThrow()).contains("more than one");
        assertThat(judged("{\"event\":").reason().orElseThrow()).contains("truncated");
    }

    private static Verdict judged(String text) {
        byte[] body = text.getBytes(UTF_8);
        return Judge.judge(NoteHooks.read(body, Set.of("finished")), body);
    }
}
