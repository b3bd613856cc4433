package conveyarr.upstream.sabnzbd;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Transfer;
import conveyarr.upstream.sabnzbd.SabnzbdApi.Queue;
import conveyarr.upstream.sabnzbd.SabnzbdApi.Slot;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueWordsTest {
    private final QueueWords words = new QueueWords("movies"::equals);

    @Test
    void sizes_are_strings_of_mebibytes_and_the_rest_is_what_is_not_left() {
        Transfer job = only(false, slot("Downloading", List.of(), "Normal"));
        assertThat(job.progress().bytes()).isEqualTo(1024L << 20);
        assertThat(job.progress().bytesDone()).isEqualTo(512L << 20);
        assertThat(job.progress().fraction()).isEqualTo(0.5);
        assertThat(job.progress().remaining()).contains(Duration.ofSeconds(62));
        assertThat(job.facts().speeds().down()).isEqualTo(2048);
        assertThat(job.facts().ours()).isTrue();
    }

    @Test
    void each_word_has_its_phase_and_a_paused_queue_holds_all_but_the_forced() {
        for (String word : List.of("Queued", "Propagating", "Idle", "WordToCome")) {
            assertThat(phase(false, word, "Normal")).isEqualTo(Phase.QUEUED);
            assertThat(phase(true, word, "Normal")).isEqualTo(Phase.PAUSED);
        }
        assertThat(phase(false, "Grabbing", "Normal")).isEqualTo(Phase.FETCHING_METADATA);
        assertThat(phase(false, "Checking", "Normal")).isEqualTo(Phase.CHECKING);
        assertThat(phase(false, "Paused", "Force")).isEqualTo(Phase.PAUSED);
        assertThat(phase(true, "Downloading", "Normal")).isEqualTo(Phase.PAUSED);
        assertThat(phase(true, "Downloading", "Force")).isEqualTo(Phase.DOWNLOADING);
        assertThat(words.of(queue(false, slot("Deleted", List.of(), "Normal")))).isEmpty();
    }

    @Test
    void only_one_job_downloads() {
        Slot slot = slot("Downloading", List.of(), "Normal");
        assertThat(words.of(queue(false, slot, slot, slot)))
                .extracting(job -> job.progress().phase())
                .containsExactly(Phase.DOWNLOADING, Phase.QUEUED, Phase.QUEUED);
    }

    @Test
    void an_encrypted_job_is_broken_by_label_or_by_name() {
        assertThat(only(false, slot("Paused", List.of("ENCRYPTED"), "Normal"))
                        .progress()
                        .phase())
                .isEqualTo(Phase.BROKEN);
        var named = new Slot("id", "ENCRYPTED / Movie", "movies", "Paused", "Normal", null, null, null, null, null);
        assertThat(only(false, named).progress().phase()).isEqualTo(Phase.BROKEN);
        assertThat(only(false, named).name()).isEqualTo("Movie");
        assertThat(only(false, named).progress().bytes()).isZero();
    }

    private Phase phase(boolean paused, String word, String priority) {
        return only(paused, slot(word, List.of(), priority)).progress().phase();
    }

    private Transfer only(boolean paused, Slot slot) {
        return words.of(queue(paused, slot)).getFirst();
    }

    private static Queue queue(boolean paused, Slot... slots) {
        return new Queue("5.0.0", paused, "0", 1.0, 1.0, 2.0, "0", List.of(slots));
    }

    private static Slot slot(String status, List<String> labels, String priority) {
        return new Slot("id", "Movie", "movies", status, priority, labels, 1024.0, 512.0, "0:01:02", 1795223948L);
    }
}
