package conveyarr.stories;

import static conveyarr.stories.World.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.simulator.movie.Movie;
import conveyarr.upstream.qbittorrent.NoxProcess;
import conveyarr.upstream.qbittorrent.TorrentFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real qBittorrent on loopback, one seeds and one downloads, and the download is on the timeline. Skipped where there is none. */
class RealDownloadStoryTest {
    private static final Movie MOVIE = Movie.of(961, "The General", 1926);

    @TempDir
    Path folder;

    @Test
    void the_download_of_a_real_torrent_is_on_the_timeline() throws Exception {
        var binary = NoxProcess.binary();
        if (binary.isEmpty()) {
            System.out.println("RealDownloadStoryTest is skipped: there is no qbittorrent-nox on the PATH");
        }
        assumeTrue(binary.isPresent(), "no qbittorrent-nox on the PATH");
        try (var seeder = new NoxProcess(binary.get(), folder.resolve("seeder"));
                var leecher = new NoxProcess(binary.get(), folder.resolve("leecher"));
                var world = World.start(false, login(leecher))) {
            var file = TorrentFile.random("The.General.1926.mkv", 4 * 1024 * 1024, 961);
            assertThat(world.conveyarr.hook("radarr", Samples.grab(MOVIE, file.hash())))
                    .isEqualTo(202);
            Files.write(seeder.files().resolve(file.name()), file.content());
            seeder.add(file);
            leecher.add(file);
            soon().until(() -> seeder.get("torrents/info").contains("\"progress\":1,"));
            soon().until(() -> leecher.get("torrents/info").contains(file.hash().toLowerCase()));
            leecher.post(
                    "torrents/addPeers",
                    Map.of("hashes", file.hash().toLowerCase(), "peers", "127.0.0.1:" + seeder.peerPort()));
            soon().untilAsserted(() -> assertThat(
                            StreamSupport.stream(world.timeline(MOVIE).spliterator(), false))
                    .filteredOn(entry -> entry.at("/source/instance").asText().equals("qbittorrent"))
                    .extracting(entry -> entry.get("kind").asText())
                    .contains("DOWNLOAD_STARTED", "DOWNLOAD_COMPLETED"));
            JsonNode row = world.row(MOVIE);
            assertThat(row.get("stage").asText()).isEqualTo("IMPORTING");
        }
    }

    private static Map<String, String> login(NoxProcess client) {
        return Map.of(
                "QBITTORRENT_URL", client.url().toString(),
                "QBITTORRENT_USERNAME", NoxProcess.USER,
                "QBITTORRENT_PASSWORD", NoxProcess.PASSWORD);
    }
}
