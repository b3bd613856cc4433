package conveyarr.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.upstream.Upstreams.NotConfigured;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

/** The registry in a running application, with the config of {@code src/test/resources/application.properties}. */
@QuarkusTest
class RegistryTest {
    @Inject
    Upstreams upstreams;

    @Inject
    @All
    List<UpstreamKind> kinds;

    @Inject
    Config config;

    @Test
    void finds_every_kind_and_opens_what_is_configured() {
        assertThat(kinds)
                .extracting(UpstreamKind::kind)
                .contains(
                        "gluetun",
                        "jellyfin",
                        "lidarr",
                        "prowlarr",
                        "qbittorrent",
                        "radarr",
                        "readarr",
                        "sabnzbd",
                        "seerr",
                        "sonarr");
        assertThat(upstreams.all(ArrApp.class)).extracting(Upstream::name).contains("radarr-4k");
        assertThat(upstreams.all(Upstream.class)).extracting(Upstream::kind).contains("gluetun", "radarr");
    }

    @Test
    void knows_an_instance_that_lacks_its_key() {
        assertThat(upstreams.names()).contains("gluetun", "jellyseerr", "radarr-4k");
        assertThat(upstreams.notConfigured())
                .contains(new NotConfigured("jellyseerr", "conveyarr.upstreams.jellyseerr.api-key"));
        assertThat(upstreams.hooks("jellyseerr")).isPresent();
        assertThat(upstreams.hooks("gluetun")).isPresent();
        assertThat(upstreams.hooks("nobody")).isEmpty();
        assertThat(upstreams.entry("radarr-4k").orElseThrow().behindVpn()).isTrue();
    }

    @Test
    void every_kind_can_be_configured_by_the_plain_environment() {
        assertThat(kinds.stream().flatMap(kind -> Stream.concat(Stream.of(kind.kind()), kind.alsoKnownAs().stream())))
                .allMatch(UpstreamEnvironment::isKind, "has a file in conveyarr/upstream/kinds");
        assertThat(config.getConfigSources())
                .anyMatch(source -> source instanceof UpstreamEnvironment
                        || source.getName().equals("upstreams from the plain environment"));
    }
}
