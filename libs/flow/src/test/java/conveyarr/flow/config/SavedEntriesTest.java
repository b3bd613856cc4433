package conveyarr.flow.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.flow.config.SavedEntries.Change;
import conveyarr.flow.config.SavedEntries.Subject;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.common.MapBackedConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedEntriesTest {
    private static final Subject CONNECTIONS =
            new Subject("connections", "conveyarr.upstreams.", "plain", key -> Origin.variable(key.substring(20)));
    private static final Map<String, String> FIRST = Map.of("kind", "radarr", "url", "http://a:1");
    private static final Map<String, String> SECOND = Map.of("kind", "radarr", "url", "http://b:1");

    @TempDir
    Path data;

    @Test
    void what_is_saved_is_told_with_what_the_next_start_does() throws IOException {
        var entries = entries();
        assertThat(entries.replace("radarr", Optional.empty(), Optional.of(FIRST)))
                .isTrue();
        assertThat(entries.change("radarr")).isEqualTo(Change.ADDED);
        var next = entries();
        assertThat(next.find("radarr")).contains(FIRST);
        assertThat(next.change("radarr")).isEqualTo(Change.NONE);
        assertThat(next.replace("radarr", Optional.of(FIRST), Optional.of(SECOND)))
                .isTrue();
        assertThat(next.change("radarr")).isEqualTo(Change.CHANGED);
        assertThat(next.replace("radarr", Optional.of(SECOND), Optional.empty()))
                .isTrue();
        assertThat(next.change("radarr")).isEqualTo(Change.REMOVED);
    }

    @Test
    void what_another_one_saved_meanwhile_is_kept_and_seen() throws IOException {
        var mine = entries();
        var theirs = entries();
        theirs.replace("sonarr", Optional.empty(), Optional.of(FIRST));
        assertThat(mine.replace("radarr", Optional.empty(), Optional.of(SECOND)))
                .isTrue();
        assertThat(mine.all()).containsOnlyKeys("radarr", "sonarr");
        theirs.refresh();
        assertThat(theirs.find("radarr")).contains(SECOND);
    }

    @Test
    void what_was_changed_meanwhile_is_not_replaced() throws IOException {
        var mine = entries();
        entries().replace("radarr", Optional.empty(), Optional.of(FIRST));
        assertThat(mine.replace("radarr", Optional.empty(), Optional.of(SECOND)))
                .isFalse();
        assertThat(mine.replace("radarr", Optional.of(SECOND), Optional.empty()))
                .isFalse();
        assertThat(mine.find("radarr")).contains(FIRST);
    }

    @Test
    void a_file_that_was_spoilt_meanwhile_is_told_to_whoever_saves_and_hides_nothing_from_whoever_looks()
            throws IOException {
        var entries = entries();
        entries.replace("radarr", Optional.empty(), Optional.of(FIRST));
        Files.writeString(entries.path(), "a=\\u00zz");
        entries.look();
        assertThat(entries.find("radarr")).contains(FIRST);
        assertThatThrownBy(entries::refresh).hasMessageContaining("cannot be read as settings");
        assertThatThrownBy(() -> entries.replace("radarr", Optional.of(FIRST), Optional.empty()))
                .hasMessageContaining("cannot be read as settings");
    }

    @ParameterizedTest
    @CsvSource({
        "saved, saved",
        "plain, variable RADARR_4K_API_KEY",
        "EnvConfigSource, variable CONVEYARR_UPSTREAMS_RADARR_4K_API_KEY",
        "YamlConfigSource[source=file:/conveyarr/config/application.yaml], config/application.yaml",
        "SysPropConfigSource, SysPropConfigSource"
    })
    void a_setting_says_where_it_comes_from(String source, String words) {
        var config = new SmallRyeConfigBuilder()
                .withSources(
                        new MapBackedConfigSource(source, Map.of("conveyarr.upstreams.radarr-4k.api-key", "k"), 300) {
                            private static final long serialVersionUID = 1L;
                        })
                .build();
        assertThat(new SavedEntries(config, data, CONNECTIONS).origins("radarr-4k"))
                .containsOnly(Map.entry("api-key", words));
    }

    private SavedEntries entries() {
        return new SavedEntries(new SmallRyeConfigBuilder().build(), data, CONNECTIONS);
    }
}
