package conveyarr.simulator.qbittorrent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.simulator.gluetun.Gluetun;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Peer;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QbittorrentTest {
    static final String HASH = "95abe243f38d83b3a23017b3c48df914494c5860";
    static final String ADD = "urls=magnet:?xt%3Durn:btih:" + HASH.toUpperCase()
            + "%26dn%3Dmovie%26xl%3D1000000&category=radarr&tags=req-1";

    @TempDir
    Path folder;

    Gluetun gluetun;
    Qbittorrent client;
    Peer peer;
    Map<String, String> cookie = Map.of();

    @BeforeEach
    void start() {
        gluetun = new Gluetun(folder, 0, "");
        start(Profile.V4_5);
    }

    @AfterEach
    void stop() {
        client.close();
        gluetun.close();
    }

    @Test
    void without_a_session_everything_is_forbidden_and_the_sixth_bad_login_is_banned() {
        assertThat(get("app/version").statusCode()).isEqualTo(403);
        for (int i = 0; i < 5; i++) {
            assertThat(text(post("auth/login", "username=admin&password=x"))).isEqualTo("Fails.");
        }
        assertThat(post("auth/login", "username=admin&password=adminadmin").statusCode())
                .isEqualTo(403);
        client.faults().liftBan();
        logIn();
        assertThat(text(get("app/webapiVersion"))).isEqualTo("2.8.19");
    }

    @Test
    void a_magnet_becomes_a_finished_torrent_by_way_of_metadata() {
        logIn();
        assertThat(text(post("torrents/add", ADD))).isEqualTo("Ok.");
        assertThat(text(post("torrents/add", ADD))).isEqualTo("Fails.");
        JsonNode fresh = json(get("torrents/info?category=radarr")).path(0);
        assertThat(fresh).hasSize(49);
        await().until(() -> client.state(HASH).equals("stalledUP"));
        JsonNode done = json(get("torrents/info?hashes=" + HASH)).path(0);
        assertThat(done.path("progress").asDouble()).isEqualTo(1);
        assertThat(done.path("size").asLong()).isEqualTo(1_000_000);
        assertThat(done.path("completion_on").asLong()).isPositive();
    }

    @Test
    void pause_and_resume_are_those_of_4_5() {
        logIn();
        post("torrents/add", ADD + "&paused=true");
        assertThat(client.state(HASH)).isEqualTo("pausedDL");
        assertThat(post("torrents/start", "hashes=all").statusCode()).isEqualTo(404);
        assertThat(post("torrents/resume", "hashes=" + HASH.toUpperCase()).statusCode())
                .isEqualTo(200);
        await().until(() -> client.progress(HASH) == 1);
        assertThat(get("torrents/pause").statusCode()).isEqualTo(405);
    }

    @Test
    void stop_and_start_are_those_of_5_1() {
        client.close();
        start(Profile.V5_1);
        logIn();
        post("torrents/add", ADD + "&stopped=true");
        assertThat(client.state(HASH)).isEqualTo("stoppedDL");
        assertThat(post("torrents/resume", "hashes=all").statusCode()).isEqualTo(404);
        post("torrents/start", "hashes=all");
        await().until(() -> client.progress(HASH) == 1);
    }

    @Test
    void a_stall_ends_with_a_reannounce_when_it_was_of_that_kind() {
        logIn();
        post("torrents/add", ADD + "&paused=true");
        client.stallUntilReannounced(HASH);
        post("torrents/resume", "hashes=all");
        await().until(() -> client.state(HASH).equals("queuedDL"));
        post("torrents/reannounce", "hashes=" + HASH);
        await().until(() -> client.progress(HASH) == 1);
    }

    @Test
    void without_the_tunnel_it_is_disconnected() {
        logIn();
        gluetun.dropVpnSilently();
        await().until(() ->
                json(get("transfer/info")).path("connection_status").asText().equals("disconnected"));
        JsonNode all = json(get("sync/maindata?rid=0"));
        assertThat(all.path("server_state").path("connection_status").asText()).isEqualTo("disconnected");
        post("app/setPreferences", "json=%7B%22listen_port%22%3A50999%7D");
        assertThat(json(get("app/preferences")).path("listen_port").asInt()).isEqualTo(50999);
    }

    @Test
    void logins_of_5_2_answer_by_status_and_name_the_cookie_after_the_port() {
        client.close();
        start(Profile.V5_2);
        assertThat(post("auth/login", "username=admin&password=x").statusCode()).isEqualTo(401);
        var good = post("auth/login", "username=admin&password=adminadmin");
        assertThat(good.statusCode()).isEqualTo(204);
        assertThat(good.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("QBT_SID_" + client.url().getPort() + "=");
        cookie = Map.of("Authorization", "Bearer " + Qbittorrent.API_KEY);
        assertThat(text(get("app/webapiVersion"))).isEqualTo("2.15.1");
        assertThat(post("auth/login", "username=admin&password=adminadmin").statusCode())
                .isEqualTo(403);
        cookie = Map.of("Authorization", "Bearer qbt_wrong");
        assertThat(get("app/version").statusCode()).isEqualTo(403);
        assertThat(client.faults().badLogins()).isZero();
    }

    @Test
    void a_lost_answer_of_maindata_was_worked_out_all_the_same() {
        logIn();
        assertThat(json(get("sync/maindata?rid=0")).path("rid").asInt()).isEqualTo(1);
        client.faults().loseAnswers(1);
        assertThatThrownBy(() -> get("sync/maindata?rid=1")).isInstanceOf(UncheckedIOException.class);
        assertThat(json(get("sync/maindata?rid=1")).path("rid").asInt()).isEqualTo(3);
    }

    @Test
    void only_another_port_ends_deafness_and_a_missing_interface_disconnects() {
        logIn();
        client.faults().deafen();
        assertThat(connection()).isEqualTo("firewalled");
        post("app/setPreferences", "json=%7B%22listen_port%22%3A50672%7D");
        assertThat(connection()).isEqualTo("firewalled");
        post("app/setPreferences", "json=%7B%22listen_port%22%3A50673%7D");
        assertThat(connection()).isEqualTo("connected");
        post("app/setPreferences", "json=%7B%22current_network_interface%22%3A%22tun7%22%7D");
        assertThat(connection()).isEqualTo("disconnected");
    }

    @Test
    void a_magnet_without_metadata_waits_and_an_unregistered_torrent_stands() {
        logIn();
        post("torrents/add", ADD + "&paused=true");
        client.faults().withholdMetadata(HASH);
        post("torrents/resume", "hashes=all");
        await().until(() -> client.state(HASH).equals("metaDL"));
        client.faults().unregister(HASH);
        assertThat(text(get("torrents/trackers?hash=" + HASH))).contains("not registered");
    }

    private String connection() {
        return json(get("transfer/info")).path("connection_status").asText();
    }

    private void start(Profile profile) {
        Qbittorrent.Login login = new Qbittorrent.Login("admin", "adminadmin");
        Qbittorrent.Pace pace = new Qbittorrent.Pace(Duration.ofMillis(10), Duration.ofMillis(100));
        client = new Qbittorrent(new Qbittorrent.Setup(folder, 0, profile, login, pace), gluetun.url());
        peer = new Peer(client.url(), Map.of());
        cookie = Map.of();
    }

    private void logIn() {
        HttpResponse<byte[]> answer = post("auth/login", "username=admin&password=adminadmin");
        assertThat(text(answer)).isEqualTo("Ok.");
        cookie = Map.of(
                "Cookie",
                answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0]);
    }

    private HttpResponse<byte[]> get(String path) {
        return peer.get("/api/v2/" + path, cookie);
    }

    private HttpResponse<byte[]> post(String path, String fields) {
        return peer.form("/api/v2/" + path, fields, cookie);
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return Json.read(answer.body());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }
}
