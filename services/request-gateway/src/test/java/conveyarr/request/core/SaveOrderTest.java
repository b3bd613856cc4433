package conveyarr.request.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.flow.config.Saving;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaveOrderTest {
    private static final Map<String, String> SAVED = Map.of(
            "kind", "qbittorrent", "url", "http://q:8080", "username", "admin", "password", "p", "hook-key", "h");

    @Test
    void the_secrets_that_are_saved_stay_for_the_same_kind_addresses_and_user() {
        assertThat(order("qbittorrent", "http://q:8080", "", "admin").kept("q", Map.of(), Optional.of(SAVED)))
                .containsOnly(Map.entry("password", "p"), Map.entry("hook-key", "h"));
    }

    @ParameterizedTest
    @CsvSource({
        "qbittorrent, http://evil:8080, '', admin",
        "qbittorrent, http://q:8080, http://evil:9999, admin",
        "qbittorrent, http://q:8080, '', root",
        "radarr, http://q:8080, '', admin"
    })
    void a_secret_goes_to_no_other_place(String kind, String url, String healthUrl, String user) {
        var order = order(kind, url, healthUrl, user);
        assertThat(order.kept("q", Map.of(), Optional.of(SAVED))).isEmpty();
        assertThat(order.subject("q"))
                .isNotEqualTo(order("qbittorrent", "http://q:8080", "", "admin").subject("q"));
    }

    @Test
    void without_anything_saved_nothing_stays() {
        assertThat(order("qbittorrent", "http://q:8080", "", "admin").kept("q", Map.of(), Optional.empty()))
                .isEmpty();
    }

    @Test
    void what_no_order_can_say_stays_as_it_is() {
        var saved = Map.of("url", "http://old:8080", "categories", "movies", "required", "false", "behind-vpn", "true");
        assertThat(order("qbittorrent", "http://new:8080", "", "").kept("qbittorrent", Map.of(), Optional.of(saved)))
                .containsOnly(Map.entry("categories", "movies"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Radarr", "radarr.4k", "a b", "-a", "ä", "a\n", "../x"})
    void other_names_are_refused(String name) {
        assertThatThrownBy(() -> Saving.name(name)).hasMessageContaining("small letters");
    }

    @Test
    void it_prints_no_secret() {
        assertThat(new SaveOrder(
                        "k", "http://q:1", "u", "canary1", "canary2", null, true, null, "canary3", true, false, "t"))
                .asString()
                .contains("http://q:1")
                .doesNotContain("canary");
    }

    private static SaveOrder order(String kind, String url, String healthUrl, String user) {
        return new SaveOrder(kind, url, user, null, " ", healthUrl, true, null, null, true, false, null);
    }
}
