package conveyarr.stories;

import static conveyarr.stories.World.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import conveyarr.simulator.movie.Movie;
import conveyarr.upstream.qbittorrent.NoxProcess;
import conveyarr.upstream.qbittorrent.NoxProcess.Place;
import conveyarr.upstream.qbittorrent.TorrentFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two real qBittorrent, one seeds and one downloads behind a VPN whose link is really cut in the middle: all of it is on the timeline.
 * Skipped where there is none; without a network of its own, the one that downloads loses its interface instead.
 */
class RealDownloadStoryTest {
    private static final Movie MOVIE = Movie.of(961, "The General", 1926);
    private static final int SLOWLY = 200_000;

    @TempDir
    Path folder;

    private NoxProcess seeder;
    private NoxProcess leecher;
    private World world;

    @Test
    void a_real_download_waits_while_the_link_of_its_vpn_is_cut_and_all_is_on_the_timeline() throws Exception {
        var binary = NoxProcess.binary();
        if (binary.isEmpty()) {
            System.out.println("RealDownloadStoryTest is skipped: there is no qbittorrent-nox on the PATH");
        }
        assumeTrue(binary.isPresent(), "no qbittorrent-nox on the PATH");
        var cable = Cable.lay();
        var inside = cable.map(Cable::inside).orElse(Place.LOOPBACK);
        var outside = cable.map(Cable::outside).orElse(Place.LOOPBACK);
        try (var _ = cable.orElse(null);
                var one = new NoxProcess(binary.get(), folder.resolve("seeder"), outside);
                var other = new NoxProcess(binary.get(), folder.resolve("leecher"), inside);
                var all = World.start(
                        false, settings(other), stack -> stack.gluetun().forwardNothing())) {
            seeder = one;
            leecher = other;
            world = all;
            var file = TorrentFile.random("The.General.1926.mkv", 4 * 1024 * 1024, 961);
            String hash = file.hash().toLowerCase();
            downloads(file);
            joined(hash, cable.map(way -> way.peer(false)));
            soon().until(() ->
                    told().contains("DOWNLOAD_STARTED") && state(hash).equals("downloading"));

            cut(cable);
            soon().until(() -> state(hash).equals("pausedDL"));
            soon().untilAsserted(() -> assertThat(texts("DOWNLOAD_HELD")).contains("VPN lost: paused by us"));
            assertThat(state(hash)).isEqualTo("pausedDL");

            mend(cable, inside);
            soon().untilAsserted(() -> assertThat(told()).contains("DOWNLOAD_RELEASED"));
            soon().until(() -> !state(hash).equals("pausedDL")); // told with the decision, done right after it
            limit(hash, 0);
            forgetful(hash);
            joined(hash, cable.map(way -> way.peer(true)));
            soon().untilAsserted(() -> assertThat(told()).contains("DOWNLOAD_COMPLETED"));
            assertThat(told()).doesNotContain("DOWNLOAD_STALLED");
            JsonNode row = world.row(MOVIE);
            assertThat(row.get("stage").asText()).isEqualTo("IMPORTING");
        }
    }

    private void downloads(TorrentFile file) throws Exception {
        assertThat(world.conveyarr.hook("radarr", Samples.grab(MOVIE, file.hash())))
                .isEqualTo(202);
        Files.write(seeder.files().resolve(file.name()), file.content());
        seeder.add(file);
        leecher.add(file);
        String hash = file.hash().toLowerCase();
        soon().until(() -> seeder.get("torrents/info").contains("\"progress\":1,"));
        soon().until(() -> leecher.get("torrents/info").contains(hash));
        limit(hash, SLOWLY);
    }

    /** Nobody calls in from outside here, and so a port that is forwarded would never be found to be right. */
    private void joined(String hash, Optional<String> at) {
        leecher.post(
                "torrents/addPeers", Map.of("hashes", hash, "peers", at.orElse("127.0.0.1") + ":" + seeder.peerPort()));
    }

    /** The peer still thinks that it is connected, and would send it away. */
    private void forgetful(String hash) {
        seeder.post("torrents/pause", Map.of("hashes", hash));
        soon().until(() -> seeder.get("torrents/info").contains("\"num_leechs\":0,"));
        seeder.post("torrents/resume", Map.of("hashes", hash));
    }

    private void cut(Optional<Cable> cable) {
        cable.ifPresentOrElse(Cable::cut, () -> bind("tun7", ""));
        world.stack.gluetun().dropVpn();
        if (cable.isEmpty()) {
            soon().until(() -> leecher.get("transfer/info").contains("\"disconnected\""));
        }
    }

    private void mend(Optional<Cable> cable, Place inside) {
        cable.ifPresentOrElse(Cable::mend, () -> bind(inside.device(), inside.address()));
        world.stack.gluetun().restoreVpn();
    }

    private void bind(String device, String address) {
        leecher.post(
                "app/setPreferences",
                Map.of(
                        "json",
                        "{\"current_network_interface\":\"%s\",\"current_interface_address\":\"%s\"}"
                                .formatted(device, address)));
    }

    private void limit(String hash, int bytesPerSecond) {
        leecher.post("torrents/setDownloadLimit", Map.of("hashes", hash, "limit", String.valueOf(bytesPerSecond)));
    }

    private String state(String hash) throws Exception {
        return json(leecher.get("torrents/info?hashes=" + hash))
                .get(0)
                .get("state")
                .asText();
    }

    private List<String> told() throws Exception {
        return entries().stream().map(entry -> entry.get("kind").asText()).toList();
    }

    private List<String> texts(String kind) throws Exception {
        return entries().stream()
                .filter(entry -> entry.get("kind").asText().equals(kind))
                .map(entry -> entry.get("text").asText())
                .toList();
    }

    private List<JsonNode> entries() throws Exception {
        return StreamSupport.stream(world.timeline(MOVIE).spliterator(), false)
                .filter(entry -> entry.at("/source/instance").asText().equals("qbittorrent"))
                .toList();
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    private static Map<String, String> settings(NoxProcess client) {
        var settings = new HashMap<>(Map.of(
                "QBITTORRENT_URL", client.url().toString(),
                "QBITTORRENT_USERNAME", NoxProcess.USER,
                "QBITTORRENT_PASSWORD", NoxProcess.PASSWORD));
        settings.put("CONVEYARR_UPSTREAMS_QBITTORRENT_BEHIND_VPN", "true");
        settings.put("CONVEYARR_HEALTH_VPN_EVERY", "1s");
        return settings;
    }
}
