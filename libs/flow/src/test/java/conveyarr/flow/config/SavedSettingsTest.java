package conveyarr.flow.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedSettingsTest {
    private static final String KEY = "conveyarr.upstreams.radarr-4k.api-key";
    private static final String LOCK = ".connections.properties.lock";
    private static final String SECRET = "s3cret = \\ ü\n2";

    @TempDir
    Path data;

    @Test
    void what_was_saved_is_read_by_the_next_start_and_only_the_owner_can_read_it() throws IOException {
        var file = new SavedFile(data, "connections");
        file.change(_ -> Map.of(KEY, SECRET));
        assertThat(file.settings()).containsOnly(Map.entry(KEY, SECRET));
        assertThat(config(Map.of()).getValue(KEY, String.class)).isEqualTo(SECRET);
        assertThat(config(Map.of()).getConfigValue(KEY).getConfigSourceName()).isEqualTo(SavedSettings.NAME);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        try (var left = Files.list(file.path().getParent())) {
            assertThat(left).containsExactlyInAnyOrder(file.path(), file.path().resolveSibling(LOCK));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a$$b",
                "$",
                "\\$",
                "\\\\$a\\",
                "${x}",
                "${x:y}",
                "$${x}",
                "\\${x}",
                "${h::v}",
                "a}b$",
                "${",
                "${conveyarr.api-key}"
            })
    void what_was_typed_is_no_expression(String typed) throws IOException {
        new SavedFile(data, "connections").change(_ -> Map.of(KEY, typed));
        var config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredSources()
                .addDiscoveredInterceptors()
                .withSources(new PropertiesConfigSource(
                        Map.of("conveyarr.data", data.toString(), "conveyarr.api-key", "ours"), "jar", 250))
                .build();
        assertThat(config.getValue(KEY, String.class)).isEqualTo(typed);
    }

    @Test
    void what_a_file_of_the_owner_says_wins() throws IOException {
        new SavedFile(data, "connections").change(_ -> Map.of(KEY, SECRET));
        assertThat(config(Map.of(KEY, "mine")).getValue(KEY, String.class)).isEqualTo("mine");
    }

    @Test
    void a_start_without_anything_saved_finds_nothing() {
        assertThat(new SavedSettings(data).getPropertyNames()).isEmpty();
        assertThat(new SavedFile(data, "connections").settings()).isEmpty();
    }

    @Test
    void a_writing_that_broke_off_leaves_what_was_there() throws IOException {
        var file = new SavedFile(data, "connections");
        file.change(_ -> Map.of(KEY, "first"));
        Files.writeString(file.path().resolveSibling(".connections.properties.new"), KEY + "=ha");
        assertThat(config(Map.of()).getValue(KEY, String.class)).isEqualTo("first");
        file.change(_ -> Map.of(KEY, "second"));
        assertThat(config(Map.of()).getValue(KEY, String.class)).isEqualTo("second");
    }

    @Test
    void a_file_that_was_spoilt_is_named() throws IOException {
        var file = new SavedFile(data, "connections");
        file.change(_ -> Map.of());
        Files.writeString(file.path(), "a=\\u00zz");
        assertThatThrownBy(() -> new SavedSettings(data))
                .hasMessageContaining(file.path().toString())
                .hasMessageContaining("cannot be read as settings");
        assertThat(SavedSettings.revisions(data)).containsKey("connections");
    }

    @Test
    void each_writing_has_a_revision_of_its_own() throws IOException {
        var file = new SavedFile(data, "connections");
        file.change(_ -> Map.of());
        var first = SavedSettings.revisions(data);
        file.change(_ -> Map.of());
        assertThat(SavedSettings.revisions(data))
                .containsOnlyKeys("connections")
                .isNotEqualTo(first);
    }

    @Test
    void of_two_processes_and_two_threads_that_save_at_once_nobody_loses_anything() throws Exception {
        var savers = Stream.of("one", "two").map(this::saver).toList();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var three = threads.submit(() -> Saver.save(data, "three"));
            var four = threads.submit(() -> Saver.save(data, "four"));
            three.get();
            four.get();
        }
        for (Process saver : savers) {
            assertThat(saver.waitFor()).isZero();
        }
        assertThat(new SavedFile(data, "connections").settings()).hasSize(4 * Saver.TIMES);
    }

    private Process saver(String name) {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Saver.class.getName(),
                data.toString(),
                name);
        try {
            return new ProcessBuilder(command).inheritIO().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothing_but_our_own_settings_can_be_saved_and_no_build_writes_them_into_a_jar() throws IOException {
        new SavedFile(data, "connections").change(_ -> Map.of("quarkus.http.port", "1", KEY, SECRET));
        var source = new SavedSettings(data);
        assertThat(source.getValue("quarkus.http.port")).isNull();
        assertThat(source).isInstanceOf(EnvConfigSource.class).asString().doesNotContain("s3cret");
    }

    private SmallRyeConfig config(Map<String, String> file) {
        return new SmallRyeConfigBuilder()
                .withSources(
                        new PropertiesConfigSource(Map.of("conveyarr.data", data.toString()), "jar", 250),
                        new PropertiesConfigSource(file, "application.properties", 260))
                .withSources(new SavedSettingsFactory())
                .build();
    }
}
