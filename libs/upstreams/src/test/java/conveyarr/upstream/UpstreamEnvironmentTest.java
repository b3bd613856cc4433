package conveyarr.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpstreamEnvironmentTest {
    @TempDir
    Path folder;

    @Test
    void takes_the_plain_names_of_every_kind() {
        var config = environment(Map.of(
                "RADARR_URL", "http://radarr:7878/radarr",
                "RADARR_API_KEY", "a",
                "RADARR_HOOK_KEY", "h",
                "JELLYSEERR_URL", "http://jellyseerr:5055",
                "QBITTORRENT_USERNAME", "admin",
                "QBITTORRENT_PASSWORD", "p"));
        assertThat(all(config))
                .containsOnly(
                        Map.entry("conveyarr.upstreams.radarr.url", "http://radarr:7878/radarr"),
                        Map.entry("conveyarr.upstreams.radarr.api-key", "a"),
                        Map.entry("conveyarr.upstreams.radarr.hook-key", "h"),
                        Map.entry("conveyarr.upstreams.jellyseerr.url", "http://jellyseerr:5055"),
                        Map.entry("conveyarr.upstreams.qbittorrent.username", "admin"),
                        Map.entry("conveyarr.upstreams.qbittorrent.password", "p"));
    }

    @Test
    void leaves_alone_what_is_not_an_upstream() {
        assertThat(environment(Map.of(
                                "DATABASE_URL",
                                "x",
                                "RADARR_PORT",
                                "7878",
                                "WEATHER_URL",
                                "x",
                                "CONVEYARR_API_KEY",
                                "x",
                                "_URL",
                                "x",
                                "HOME",
                                "/"))
                        .getPropertyNames())
                .isEmpty();
    }

    @Test
    void takes_a_blank_variable_as_absent() {
        assertThat(environment(Map.of("RADARR_API_KEY", " ")).getPropertyNames())
                .isEmpty();
    }

    @Test
    void reads_a_secret_from_a_file() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret\n");
        var config = environment(Map.of("RADARR_API_KEY_FILE", secret.toString()));
        assertThat(config.getValue("conveyarr.upstreams.radarr.api-key")).isEqualTo("s3cret");
    }

    @Test
    void prefers_the_variable_to_the_file() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "file");
        var config = environment(Map.of("RADARR_API_KEY_FILE", secret.toString(), "RADARR_API_KEY", "variable"));
        assertThat(config.getValue("conveyarr.upstreams.radarr.api-key")).isEqualTo("variable");
    }

    @Test
    void says_which_variable_names_a_file_that_is_not_there() {
        var config = environment(
                Map.of("GLUETUN_API_KEY_FILE", folder.resolve("none").toString()));
        assertThatThrownBy(() -> config.getValue("conveyarr.upstreams.gluetun.api-key"))
                .hasMessage("GLUETUN_API_KEY_FILE names a file that cannot be read: NoSuchFileException");
    }

    @Test
    void gives_nothing_for_other_keys() {
        assertThat(environment(Map.of("RADARR_URL", "x")).getValue("quarkus.http.port"))
                .isNull();
    }

    @Test
    void is_an_environment_source_so_that_a_build_never_writes_its_secrets_into_the_jar() {
        assertThat(environment(Map.of("RADARR_API_KEY", At.SECRET)))
                .isInstanceOf(EnvConfigSource.class)
                .asString()
                .doesNotContain(At.SECRET);
    }

    private static Map<String, String> all(UpstreamEnvironment config) {
        return config.getPropertyNames().stream().collect(Collectors.toMap(key -> key, config::getValue));
    }

    private static UpstreamEnvironment environment(Map<String, String> variables) {
        return new UpstreamEnvironment(variables, UpstreamEnvironment::isKind);
    }
}
