package conveyarr.upstream.qbittorrent;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.upstream.At;
import conveyarr.upstream.FakeServer;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.FakeServer.Asked;
import conveyarr.upstream.Listener;
import conveyarr.upstream.Outcome;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which words go to which generation, and how its answers are told. */
@QuarkusTest
class CommandsTest {
    private static final String AT = "/api/v2/torrents/";
    private static final String V1 = "bbbe39eb81e0ca84cc849b9f44a95adb8e6b575a";
    private static final String HASH = "f201dccccba071182b8c7f69086440e421209fe1";
    private final FakeServer server = new FakeServer();
    private final Qbittorrent client = QbittorrentKind.open(
            "qbittorrent", At.url(server.url().toString()).login("admin", At.SECRET), InstantSource.system());

    @BeforeEach
    void one_hybrid_torrent() {
        server.on(
                "/api/v2/auth/login", new Answer(200, Map.of("Set-Cookie", "SID=1", "Content-Type", "text/plain"), ""));
        server.on(
                "/api/v2/sync/maindata",
                Answer.json("{\"rid\":1,\"full_update\":true,\"torrents\":{\"" + HASH
                        + "\":{\"state\":\"downloading\",\"infohash_v1\":\"" + V1 + "\"}}}"));
        webApi("2.8.19");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void each_generation_is_spoken_to_in_its_own_words_whichever_id_was_named() {
        server.on(AT + "pause", Answer.status(200)).on(AT + "resume", Answer.status(200));
        assertThat(ended(client.pause(Set.of(V1.toUpperCase())))).isEqualTo(Outcome.DONE);
        assertThat(last(AT).body()).isEqualTo("hashes=" + HASH);
        assertThat(ended(client.resume(Set.of(HASH)))).isEqualTo(Outcome.DONE);
        assertThat(verbs()).containsExactly("pause", "resume");
    }

    @Test
    void a_program_that_was_updated_meanwhile_is_asked_for_its_version_again() {
        server.on(AT + "pause", Answer.status(200));
        ended(client.pause(Set.of(HASH)));
        server.on(AT + "pause", Answer.text(404, "Endpoint does not exist")).on(AT + "stop", Answer.status(204));
        webApi("2.15.1");
        assertThat(ended(client.pause(Set.of(HASH)))).isEqualTo(Outcome.DONE);
        assertThat(verbs()).containsExactly("pause", "pause", "stop");
    }

    @Test
    void what_is_not_there_is_told_and_nothing_is_asked_for_it() {
        assertThat(ended(client.remove(Set.of("no-such"), true))).isEqualTo(new Outcome.NotThere(Set.of("no-such")));
        assertThat(ended(client.pause(Set.of()))).isEqualTo(Outcome.DONE);
        assertThat(verbs()).isEmpty();
        server.on(AT + "delete", Answer.status(200));
        assertThat(ended(client.remove(Set.of("no-such", HASH), true)))
                .isEqualTo(new Outcome.NotThere(Set.of("no-such")));
        assertThat(last(AT).body()).contains("hashes=" + HASH, "deleteFiles=true");
    }

    @Test
    void a_refusal_is_told_in_the_programs_own_words() {
        server.on(AT + "setCategory", Answer.text(409, "Incorrect\ncategory name"));
        assertThat(ended(client.setCategory(Set.of(HASH), "x")))
                .isEqualTo(new Outcome.Refused("Incorrect category name"));
        assertThat(ended(client.listenOn(70_000))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void the_port_is_set_so_that_nothing_undoes_it_and_read_back() {
        server.on("/api/v2/app/setPreferences", Answer.status(200));
        server.on(
                "/api/v2/app/preferences",
                Answer.json(
                        "{\"listen_port\":51413,\"random_port\":false,\"current_network_interface\":\"tun0\",\"current_interface_address\":\"\",\"x\":1}"));
        assertThat(ended(client.listenOn(51413))).isEqualTo(Outcome.DONE);
        assertThat(last("/api/v2/app/set").body())
                .contains("listen_port%22%3A51413", "random_port%22%3Afalse", "upnp%22%3Afalse");
        assertThat(ended(client.listener())).contains(new Listener(51413, "tun0", "", false));
    }

    @Test
    void alternative_speed_is_toggled_only_when_it_is_not_as_wanted() {
        String toggle = "/api/v2/transfer/toggleSpeedLimitsMode";
        server.on("/api/v2/transfer/speedLimitsMode", Answer.text(200, "1")).on(toggle, Answer.status(200));
        assertThat(ended(client.goAt("alternative"))).isEqualTo(Outcome.DONE);
        assertThat(server.asked(toggle)).isZero();
        assertThat(ended(client.goAt("normal"))).isEqualTo(Outcome.DONE);
        assertThat(server.asked(toggle)).isEqualTo(1);
    }

    private void webApi(String version) {
        server.on("/api/v2/app/webapiVersion", Answer.text(200, version));
    }

    private List<String> verbs() {
        return server.asked().stream()
                .map(Asked::pathAndQuery)
                .filter(path -> path.startsWith(AT))
                .map(path -> path.substring(AT.length()))
                .toList();
    }

    private Asked last(String path) {
        return server.asked().stream()
                .filter(asked -> asked.pathAndQuery().startsWith(path))
                .toList()
                .getLast();
    }

    private static <T> T ended(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(5));
    }
}
