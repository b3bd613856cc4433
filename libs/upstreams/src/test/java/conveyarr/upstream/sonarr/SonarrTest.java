package conveyarr.upstream.sonarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.upstream.At;
import conveyarr.upstream.FakeServer;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.UpstreamContract;
import conveyarr.upstream.UpstreamKind;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SonarrTest implements UpstreamContract {
    @Override
    public UpstreamKind kind() {
        return new SonarrKind();
    }

    @Test
    void tells_its_version_and_refuses_to_be_another_program() {
        try (var server = new FakeServer()) {
            var sonarr = kind().open("sonarr", At.url(server.url()));
            server.on("/api/v3/system/status", Answer.json("{\"appName\":\"Sonarr\",\"version\":\"4.0.19.2979\"}"));
            assertThat(sonarr.probe().await().atMost(Duration.ofSeconds(5)).version())
                    .isEqualTo("4.0.19.2979");
            server.on("/api/v3/system/status", Answer.json("{\"appName\":\"Radarr\",\"version\":\"6.0.3\"}"));
            assertThatThrownBy(() -> sonarr.probe().await().atMost(Duration.ofSeconds(5)))
                    .isInstanceOf(Nonsense.class)
                    .hasMessage("sonarr is not Sonarr but Radarr");
        }
    }
}
