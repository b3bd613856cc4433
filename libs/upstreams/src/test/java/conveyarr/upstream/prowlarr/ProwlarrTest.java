package conveyarr.upstream.prowlarr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import conveyarr.upstream.ArrKeys;
import conveyarr.upstream.At;
import conveyarr.upstream.FakeServer;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.Samples;
import conveyarr.upstream.UpstreamContract;
import conveyarr.upstream.UpstreamKind;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProwlarrTest implements UpstreamContract {
    @Override
    public UpstreamKind kind() {
        return new ProwlarrKind();
    }

    @Test
    void every_sample_is_understood_and_moves_no_title() {
        assertThat(Samples.hooks("prowlarr/2.3.6-source")).hasSize(5).allSatisfy(sample -> {
            var reading = kind().hooks().orElseThrow().read("prowlarr", Instant.EPOCH, Samples.bytes(sample));
            assertThat(reading.understood()).isTrue();
            assertThat(reading.sightings()).isEmpty();
        });
    }

    /** Its number and its date are in the history alone, the indexer's name in the hook alone. */
    @Test
    void a_grab_is_named_by_what_its_hook_and_its_history_both_carry() throws IOException {
        JsonNode row = new ObjectMapper()
                .readTree(Samples.bytes("prowlarr/2.3.6-source/api-history-page.json"))
                .at("/records/0/data");
        String hook = Samples.text("prowlarr/2.3.6-source/webhook-grab.json")
                .replace(
                        "Example.Show.S01.1080p.WEB-DL.x264-GRP",
                        row.path("grabTitle").asText())
                .replace("Sonarr", row.path("source").asText());
        var reading = kind().hooks().orElseThrow().read("prowlarr", Instant.EPOCH, hook.getBytes(UTF_8));
        assertThat(reading.itself().orElseThrow().key())
                .isEqualTo(ArrKeys.searched(
                        row.path("grabTitle").asText(), row.path("source").asText()));
    }

    @Test
    void a_hook_that_does_not_say_what_it_is_about_is_understood_and_has_no_id() {
        for (String type : List.of("Grab", "Health", "HealthRestored", "ApplicationUpdate", "Test")) {
            String body = "{\"eventType\":\"%s\",\"release\":7,\"type\":{}}".formatted(type);
            var reading = kind().hooks().orElseThrow().read("prowlarr", Instant.EPOCH, body.getBytes(UTF_8));
            assertThat(reading.understood()).isTrue();
            assertThat(reading.itself()).isEmpty();
        }
    }

    @Test
    void refuses_to_be_another_program() {
        try (var server = new FakeServer()) {
            server.on("/api/v1/system/status", Answer.json("{\"appName\":\"Lidarr\",\"version\":\"3\"}"));
            assertThatThrownBy(() -> kind().open("prowlarr", At.url(server.url()))
                            .probe()
                            .await()
                            .atMost(Duration.ofSeconds(5)))
                    .isInstanceOf(Nonsense.class)
                    .hasMessage("prowlarr is not Prowlarr but Lidarr");
        }
    }
}
