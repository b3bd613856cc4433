package conveyarr.upstream.qbittorrent;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.upstream.DownloadClient.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateTest {
    @ParameterizedTest
    @CsvSource({
        "queuedDL, QUEUED",
        "checkingResumeData, CHECKING",
        "checkingDL, CHECKING",
        "allocating, QUEUED",
        "metaDL, FETCHING_METADATA",
        "forcedMetaDL, FETCHING_METADATA",
        "downloading, DOWNLOADING",
        "forcedDL, DOWNLOADING",
        "stalledDL, STALLED",
        "pausedDL, PAUSED",
        "stoppedDL, PAUSED",
        "moving, MOVING",
        "checkingUP, CHECKING",
        "error, BROKEN",
        "missingFiles, BROKEN",
        "unknown, QUEUED",
        "wordToCome, QUEUED"
    })
    void each_word_of_all_versions_has_its_phase(String word, Phase phase) {
        assertThat(State.phase(word, false)).isEqualTo(phase);
        assertThat(State.phase(word, true)).isEqualTo(phase);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uploading", "stalledUP", "queuedUP", "forcedUP", "pausedUP", "stoppedUP"})
    void done_needs_a_word_of_the_done_group_and_all_bytes(String word) {
        assertThat(State.phase(word, true)).isEqualTo(Phase.DONE);
        assertThat(State.phase(word, false)).isEqualTo(Phase.CHECKING);
    }

    @Test
    void no_other_word_makes_a_transfer_done() {
        assertThat(State.phase("checkingUP", true)).isNotEqualTo(Phase.DONE);
        assertThat(State.phase("missingFiles", true)).isNotEqualTo(Phase.DONE);
    }
}
