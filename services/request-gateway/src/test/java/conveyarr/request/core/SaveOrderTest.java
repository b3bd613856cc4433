package conveyarr.request.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaveOrderTest {
    private static final Map<String, String> SAVED =
            Map.of("kind", "qbittorrent", "url", "http://q:8080", "username", "admin", "password", "p");

    @Test
    void the_password_that_is_saved_stays_for_the_same_address_and_user() {
        assertThat(order("http://q:8080", "admin").kept(Optional.of(SAVED))).containsOnly(Map.entry("password", "p"));
    }

    @Test
    void a_password_goes_to_no_other_address_and_with_no_other_user() {
        assertThat(order("http://evil:8080", "admin").kept(Optional.of(SAVED))).isEmpty();
        assertThat(order("http://q:8080", "root").kept(Optional.of(SAVED))).isEmpty();
        assertThat(order("http://q:8080", "admin").kept(Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Radarr", "radarr.4k", "a b", "-a", "ä", "a\n", "../x"})
    void other_names_are_refused(String name) {
        assertThatThrownBy(() -> SaveOrder.name(name)).hasMessageContaining("small letters");
    }

    @ParameterizedTest
    @CsvSource({
        "saved, saved",
        "upstreams from the plain environment, variable RADARR_4K_API_KEY",
        "EnvConfigSource, variable CONVEYARR_UPSTREAMS_RADARR_4K_API_KEY",
        "YamlConfigSource[source=file:/srv/conveyarr/config/application.yaml], config/application.yaml",
        "SysPropConfigSource, SysPropConfigSource"
    })
    void a_setting_says_where_it_comes_from(String source, String words) {
        assertThat(Origin.of(source, "radarr-4k", "api-key")).isEqualTo(words);
    }

    private static SaveOrder order(String url, String user) {
        return new SaveOrder("qbittorrent", url, user, null, " ", null, true, null, null, true, false, null);
    }
}
