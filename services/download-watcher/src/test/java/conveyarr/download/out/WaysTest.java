package conveyarr.download.out;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Progress;
import conveyarr.upstream.DownloadClient.Transfer;
import conveyarr.upstream.Facts;
import conveyarr.upstream.Facts.Speeds;
import conveyarr.upstream.Facts.Swarm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaysTest {
    @Test
    void after_a_new_port_only_ours_and_what_an_arr_waits_for_ask_their_trackers() {
        var all = List.of(
                transfer("OURS", true, Phase.STALLED),
                transfer("SEEDS", true, Phase.DONE),
                transfer("WANTED", false, Phase.DOWNLOADING),
                transfer("FOREIGN", false, Phase.DOWNLOADING));
        assertThat(Ways.unfinished(all, Set.of("WANTED"))).containsExactlyInAnyOrder("OURS", "WANTED");
    }

    private static Transfer transfer(String hash, boolean ours, Phase phase) {
        var facts = new Facts(
                ours,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Swarm.NONE,
                Speeds.NONE,
                "",
                false,
                Optional.empty());
        var progress = new Progress(phase, "word", 0.5, 1000, 500, Optional.empty());
        return new Transfer(hash, Set.of(), "n", "c", progress, Instant.EPOCH, facts);
    }
}
