package conveyarr.upstream.qbittorrent;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import conveyarr.upstream.At;
import conveyarr.upstream.DownloadClient;
import conveyarr.upstream.DownloadClientContract;
import conveyarr.upstream.FakeServer;
import conveyarr.upstream.Outcome;
import conveyarr.upstream.Standing;
import conveyarr.upstream.Standing.Connection;
import conveyarr.upstream.Tracker;
import conveyarr.upstream.UpstreamTrouble.Refused;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    @Override
    public String lasting() {
        var file = TorrentFile.random("lasting-" + ++torrents + ".mkv", 1024 * 1024, torrents);
        leecher.add(file);
        String hash = file.hash().toLowerCase();
        await().atMost(SOON)
                .until(() -> leecher.get("torrents/info?hashes=" + hash).contains(hash));
        for (String category : List.of("other", "radarr")) {
            leecher.post("torrents/createCategory", Map.of("category", category, "savePath", ""));
        }
        leecher.post("torrents/setCategory", Map.of("hashes", hash, "category", "other"));
        return file.hash();
    }

    @Test
    void a_download_without_peers_is_stalled_and_its_tracker_says_why() {
        String id = lasting();
        await().atMost(SOON)
                .until(() -> transfer(id).progress().phase() == DownloadClient.Phase.STALLED
                        && !transfer(id).facts().metadataMissing());
        await().atMost(SOON).until(() -> client.inspect(id).await().atMost(SOON).orElseThrow().trackers().stream()
                .anyMatch(tracker -> tracker.state() == Tracker.State.FAILING));
        var close = client.inspect(id).await().atMost(SOON).orElseThrow();
        assertThat(close.privateTorrent()).contains(false);
        assertThat(close.unregistered()).isFalse();
        assertThat(client.reannounce(Set.of(id)).await().atMost(SOON)).isEqualTo(Outcome.DONE);
        assertThat(transfer(id).facts().privateTorrent()).contains(false);
    }

    @Test
    void without_its_interface_it_is_disconnected_within_seconds_and_listens_again_afterwards() {
        leecher.post(
                "app/setPreferences",
                Map.of("json", "{\"current_network_interface\":\"tun7\",\"current_interface_address\":\"\"}"));
        await().atMost(ofSeconds(10)).until(() -> standing().connection() == Connection.DISCONNECTED);
        assertThat(client.listener().await().atMost(SOON).orElseThrow().networkInterface())
                .isEqualTo("tun7");
        leecher.post(
                "app/setPreferences",
                Map.of("json", "{\"current_network_interface\":\"lo\",\"current_interface_address\":\"127.0.0.1\"}"));
        await().atMost(ofSeconds(10)).until(() -> standing().connection() != Connection.DISCONNECTED);
        assertThat(standing().freeBytes().orElseThrow()).isPositive();
    }

    @Test
    void a_port_is_set_and_read_back_and_speed_limits_are_switched() {
        int before = client.listener().await().atMost(SOON).orElseThrow().port();
        assertThat(client.listenOn(before - 1).await().atMost(SOON)).isEqualTo(Outcome.DONE);
        await().atMost(SOON)
                .until(() ->
                        client.listener().await().atMost(SOON).orElseThrow().port() == before - 1);
        client.listenOn(before).await().atMost(SOON);
        String normal = standing().pace().orElseThrow();
        String slow = client.slower(normal, 1);
        for (String pace : List.of(slow, slow, normal)) {
            client.goAt(pace).await().atMost(SOON);
            await().atMost(SOON).until(() -> standing().pace().orElseThrow().equals(pace));
        }
        assertThat(client.setCategory(Set.of(lasting()), "no-such").await().atMost(SOON))
                .isEqualTo(new Outcome.Refused("Incorrect category name"));
    }

    /** A tracker tells it, as outside; 4.5 notes it in its log alone. */
    @Test
    void the_address_by_which_the_world_sees_it_is_known() throws IOException {
        var tracker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        tracker.createContext("/announce", call -> {
            byte[] address = {(byte) 203, 0, 113, 7};
            var answer = new ByteArrayOutputStream();
            answer.writeBytes("d11:external ip4:".getBytes());
            answer.writeBytes(address);
            answer.writeBytes("8:intervali60e5:peers0:e".getBytes());
            call.sendResponseHeaders(200, answer.size());
            call.getResponseBody().write(answer.toByteArray());
            call.close();
        });
        tracker.start();
        try {
            String url = "http://127.0.0.1:" + tracker.getAddress().getPort() + "/announce";
            leecher.post("torrents/addTrackers", Map.of("hash", lasting().toLowerCase(), "urls", url));
            await().atMost(SOON)
                    .until(() -> leecher.get("log/main?last_known_id=-1").contains("203.0.113.7"));
            var fresh = open(NoxProcess.PASSWORD).look().await().atMost(SOON).standing();
            assertThat(fresh.externalAddress()).contains("203.0.113.7");
        } finally {
            tracker.stop(0);
        }
    }

    @Test
    void a_ban_is_told_with_its_end_and_passes_and_who_is_logged_in_stays() {
        client.look().await().atMost(SOON);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> open("wrong").probe().await().atMost(SOON))
                    .hasMessageContaining("wrong user name or password");
        }
        assertThatThrownBy(() -> open("wrong").probe().await().atMost(SOON))
                .hasMessageContaining("banned our address")
                .satisfies(trouble -> assertThat(((Refused) trouble).until()).isPresent());
        assertThat(client.look().await().atMost(SOON)).isNotNull();
        await().atMost(SOON)
                .ignoreExceptions()
                .until(() -> open(NoxProcess.PASSWORD).probe().await().atMost(SOON) != null);
    }

    /** The line is pasted as it is printed; only the key is put in. */
    @Test
    void the_printed_line_tells_us_when_a_download_has_finished() {
        try (var door = new FakeServer().on("/hooks/qbittorrent", FakeServer.Answer.status(202))) {
            var line = client.hookLines(door.url().resolve("/hooks/qbittorrent"))
                    .get(1)
                    .text();
            run("autorun", line.replace("YOUR-KEY", "k"));
            String id = download();
            await().atMost(SOON).until(() -> door.asked("/hooks/qbittorrent") > 0);
            var told = door.asked().getFirst();
            assertThat(told.header("X-Api-Key")).isEqualTo("k");
            assertThat(told.body()).contains("\"id\":\"" + id.toLowerCase() + "\"");
            var reading = QbittorrentHooks.read(
                    "qbittorrent", Instant.EPOCH, told.body().getBytes());
            assertThat(reading.type()).isEqualTo("finished");
            assertThat(reading.understood()).isTrue();
        } finally {
            run("autorun", "");
        }
    }

    private static void run(String what, String line) {
        String json = line.replace("\"", "\\\"");
        leecher.post(
                "app/setPreferences",
                Map.of(
                        "json",
                        "{\"" + what + "_enabled\":" + !line.isEmpty() + ",\"" + what + "_program\":\"" + json
                                + "\"}"));
    }

    private static Standing standing() {
        return client.look().await().atMost(SOON).standing();
    }

    private static DownloadClient.Transfer transfer(String id) {
        return client.transfers().await().atMost(SOON).stream()
                .filter(transfer -> transfer.aliases().contains(id))
                .findFirst()
                .orElseThrow();
    }

    private static DownloadClient open(String password) {
        return (DownloadClient) new QbittorrentKind()
                .open("qbittorrent", At.url(leecher.url().toString()).login(NoxProcess.USER, password));
    }
}
