package conveyarr.simulator.sabnzbd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Peer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SabnzbdTest {
    @TempDir
    Path folder;

    private Sabnzbd sabnzbd;
    private Peer peer;

    @BeforeEach
    void start() {
        sabnzbd = new Sabnzbd(new Sabnzbd.Setup(folder, 0, "key", Duration.ofMillis(10), Duration.ofMillis(50)));
        peer = new Peer(sabnzbd.url(), Map.of());
    }

    @AfterEach
    void stop() {
        sabnzbd.close();
    }

    @Test
    void without_the_key_it_tells_its_version_only() {
        assertThat(text("mode=version")).contains("5.0.0");
        assertThat(text("mode=queue")).isEqualTo("API Key Required");
        assertThat(text("mode=queue&apikey=x")).isEqualTo("API Key Incorrect");
        assertThat(ask("mode=nonsense").path("error").asText()).isEqualTo("not implemented");
    }

    @Test
    void a_job_leaves_the_queue_before_it_is_complete_in_the_history_and_a_retry_is_another_job() {
        sabnzbd.pauseAll(true);
        String id = sabnzbd.add("Movie", "radarr", 100);
        assertThat(ask("mode=queue").at("/queue/slots/0/mb").isTextual()).isTrue();
        sabnzbd.pauseAll(false);
        sabnzbd.failWith(id, "Aborted, cannot be completed");
        await().until(() ->
                ask("mode=history").at("/history/slots/0/status").asText().equals("Failed"));
        assertThat(ask("mode=queue").at("/queue/slots")).isEmpty();
        String update = ask("mode=history").at("/history/last_history_update").asText();
        assertThat(ask("mode=history&last_history_update=" + update)
                        .path("history")
                        .asBoolean(true))
                .isFalse();
        sabnzbd.pauseAll(true);
        assertThat(ask("mode=retry&value=" + id).path("nzo_id").asText())
                .isNotEmpty()
                .isNotEqualTo(id);
    }

    @Test
    void a_paused_queue_pauses_no_job_by_its_word() {
        sabnzbd.pauseAll(true);
        String id = sabnzbd.add("Movie", "radarr", 100);
        assertThat(ask("mode=queue").at("/queue/paused").asBoolean()).isTrue();
        assertThat(ask("mode=queue").at("/queue/slots/0/status").asText()).isEqualTo("Downloading");
        assertThat(ask("mode=queue&name=pause&value=" + id).at("/nzo_ids/0").asText())
                .isEqualTo(id);
        assertThat(sabnzbd.status(id)).isEqualTo("Paused");
        ask("mode=queue&name=delete&value=" + id);
        assertThat(sabnzbd.status(id)).isEqualTo("absent");
    }

    private JsonNode ask(String form) {
        return Json.read(text(form + "&apikey=key"));
    }

    private String text(String form) {
        return new String(peer.form("/api", form, Map.of()).body(), UTF_8);
    }
}
