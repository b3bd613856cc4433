package conveyarr.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChannelSavingTest {
    private static final Map<String, String> SAVED =
            Map.of("kind", "ntfy", "url", "https://a.example", "topic", "old", "token", "t");

    @Test
    void secrets_that_are_left_empty_stay_where_they_go_to_the_same_place() {
        assertThat(kept("ntfy", Map.of("topic", "new"))).isEqualTo(Map.of("url", "https://a.example", "token", "t"));
        assertThat(kept("ntfy", Map.of("url", "https://a.example"))).isEqualTo(Map.of("token", "t"));
        assertThat(kept("ntfy", Map.of("token", "other"))).isEqualTo(Map.of("url", "https://a.example"));
    }

    @Test
    void no_secret_goes_to_another_place() {
        assertThat(kept("ntfy", Map.of("url", "https://b.example"))).isEmpty();
        assertThat(kept("gotify", Map.of())).isEmpty();
        for (String key : Set.of("host", "port", "tls", "trust", "user")) {
            assertThat(kept("ntfy", Map.of(key, "other"))).as(key).isEmpty();
        }
    }

    @Test
    void what_can_be_seen_is_as_it_was_said_last() {
        assertThat(saving("ntfy", Map.of("topic", "new", "token", "t")).open())
                .isEqualTo(Map.of("kind", "ntfy", "topic", "new"));
    }

    @Test
    void a_seal_is_good_for_one_name_and_place() {
        var at = saving("email", Map.of("host", "a", "to", "x@y"));
        assertThat(saving("email", Map.of("host", "a", "to", "other@y")).subject("post"))
                .isEqualTo(at.subject("post"));
        assertThat(saving("email", Map.of("host", "b")).subject("post")).isNotEqualTo(at.subject("post"));
        assertThat(at.subject("mail")).isNotEqualTo(at.subject("post"));
    }

    @Test
    void it_prints_no_secret() {
        assertThat(saving("ntfy", Map.of("token", "canary", "url", "http://canary")))
                .asString()
                .contains("token")
                .doesNotContain("canary");
    }

    /** Secrets that came sealed count as typed: they are in {@code typed} alone. */
    @Test
    void a_sealed_address_is_another_place_as_well() {
        var saving = saving("ntfy", Map.of());
        assertThat(saving.kept("phone", Map.of("url", "https://b.example"), Optional.of(SAVED)))
                .isEmpty();
    }

    private static Map<String, String> kept(String kind, Map<String, String> settings) {
        var saving = saving(kind, settings);
        return saving.kept("phone", saving.secrets(), Optional.of(SAVED));
    }

    private static ChannelSaving saving(String kind, Map<String, String> settings) {
        return new ChannelSaving(
                new ChannelOrder(kind, settings, null, true, false, null), Set.of("url", "token", "password"));
    }
}
