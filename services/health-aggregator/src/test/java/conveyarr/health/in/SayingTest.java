package conveyarr.health.in;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.health.core.Probe.Work;
import conveyarr.upstream.DownloadClient.Look;
import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Progress;
import conveyarr.upstream.DownloadClient.Transfer;
import conveyarr.upstream.Facts.Speeds;
import conveyarr.upstream.Standing;
import conveyarr.upstream.Standing.Connection;
import conveyarr.upstream.Upstream.Alive;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SayingTest {
    @Test
    void a_download_client_says_how_much_it_does_and_whether_it_is_connected() {
        var standing = new Standing(
                Connection.CONNECTED,
                new Speeds(5_200_000, 0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var look =
                new Look(List.of(transfer(Phase.DOWNLOADING), transfer(Phase.STALLED), transfer(Phase.DONE)), standing);
        var said = Saying.of(Saying.of(new Alive("5.0.4", "qBittorrent 5.0.4")), look);
        assertThat(said.info()).isEqualTo("2 active, 5.2 MB/s");
        assertThat(said.work().orElseThrow())
                .returns(Optional.of("connected"), Work::connection)
                .returns(Map.of("downloading", 1, "stalled", 1, "done", 1), Work::states)
                .returns(5_200_000L, Work::bytesPerSecond);
    }

    private static Transfer transfer(Phase phase) {
        var progress = new Progress(phase, "word", 0.5, 10, 5, Optional.empty());
        return new Transfer("A", Set.of("A"), "name", "radarr", progress, Instant.EPOCH);
    }
}
