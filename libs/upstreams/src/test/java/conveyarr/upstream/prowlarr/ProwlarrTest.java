package conveyarr.upstream.prowlarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.upstream.At;
import conveyarr.upstream.FakeServer;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.Samples;
import conveyarr.upstream.UpstreamContract;
import conveyarr.upstream.UpstreamKind;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
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
