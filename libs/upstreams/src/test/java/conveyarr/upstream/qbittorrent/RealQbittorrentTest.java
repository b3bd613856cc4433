package conveyarr.upstream.qbittorrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import conveyarr.upstream.At;
import conveyarr.upstream.DownloadClient;
import conveyarr.upstream.DownloadClientContract;
import conveyarr.upstream.UpstreamTrouble.Refused;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real qBittorrent on loopback, one seeds and one downloads; Debian 12 has 4.5.2. Skipped where there is none. */
@QuarkusTest
class RealQbittorrentTest implements DownloadClientContract {
    @TempDir
    static Path folder;

    private static NoxProcess seeder;
    private static NoxProcess leecher;
    private static DownloadClient client;
    private static int torrents;

    @BeforeAll
    static void start() {
        var binary = NoxProcess.binary();
        if (binary.isEmpty()) {
            System.out.println("RealQbittorrentTest is skipped: there is no qbittorrent-nox on the PATH");
        }
        assumeTrue(binary.isPresent(), "no qbittorrent-nox on the PATH");
        seeder = new NoxProcess(binary.get(), folder.resolve("seeder"));
        leecher = new NoxProcess(binary.get(), folder.resolve("leecher"));
        client = open(NoxProcess.PASSWORD);
    }

    @AfterAll
    static void stop() {
        if (seeder != null) {
            seeder.close();
        }
        if (leecher != null) {
            leecher.close();
        }
    }

    @Override
    public DownloadClient client() {
        return client;
    }

    @Override
    public String download() {
        var file = TorrentFile.random("movie-" + ++torrents + ".mkv", 4 * 1024 * 1024, torrents);
        String hash = file.hash().toLowerCase();
        try {
            Files.write(seeder.files().resolve(file.name()), file.content());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        seeder.add(file);
        await().atMost(SOON)
                .until(() -> seeder.get("torrents/info?hashes=" + hash).contains("\"progress\":1,"));
        leecher.add(file);
        await().atMost(SOON)
                .until(() -> leecher.get("torrents/info?hashes=" + hash).contains(hash));
        leecher.post("torrents/addPeers", Map.of("hashes", hash, "peers", "127.0.0.1:" + seeder.peerPort()));
        return file.hash();
    }

    @Override
    public void remove(String download) {
        leecher.post("torrents/delete", Map.of("hashes", download.toLowerCase(), "deleteFiles", "true"));
    }

    @Test
    void the_downloaded_bytes_are_those_of_the_seeder() throws IOException {
        var file = TorrentFile.random("movie-" + (torrents + 1) + ".mkv", 4 * 1024 * 1024, torrents + 1);
        assertThat(download()).isEqualTo(file.hash());
        await().atMost(SOON).until(() -> client.transfers().await().atMost(SOON).stream()
                .anyMatch(t -> t.hash().equals(file.hash()) && t.progress().phase() == DownloadClient.Phase.DONE));
        assertThat(Files.readAllBytes(leecher.files().resolve(file.name()))).isEqualTo(file.content());
    }

    @Test
    void a_wrong_password_is_tried_once_so_that_nobody_is_banned() {
        DownloadClient stranger = open("wrong");
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> stranger.transfers().await().atMost(SOON)).isInstanceOf(Refused.class);
        }
        assertThat(open(NoxProcess.PASSWORD).probe().await().atMost(SOON).info())
                .startsWith("qBittorrent v");
    }

    private static DownloadClient open(String password) {
        return (DownloadClient) new QbittorrentKind()
                .open("qbittorrent", At.url(leecher.url().toString()).login(NoxProcess.USER, password));
    }
}
