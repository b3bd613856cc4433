package conveyarr.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrConnectionTest {
    private final ArrConnection our = named("Conveyarr");

    @Test
    void somebody_elses_block_is_not_ours() {
        assertThat(blocked("Notifications unavailable due to failures: Discord", "Conveyarr", "Discord"))
                .isFalse();
        assertThat(blocked(
                        "Notifications unavailable due to failures: Conveyarr (radarr)",
                        "Conveyarr",
                        "Conveyarr (radarr)"))
                .as("a longer name that holds ours")
                .isFalse();
    }

    @Test
    void our_block_is_named_or_that_of_all() {
        assertThat(blocked("Verbindungen gestört: Discord, Conveyarr", "Conveyarr", "Discord", ""))
                .isTrue();
        assertThat(blocked("All notifications are unavailable due to failures", "Conveyarr", "Discord", ""))
                .isTrue();
        assertThat(blocked("x: Conveyarr, Conveyarr 2", "Conveyarr", "Conveyarr 2"))
                .isTrue();
    }

    @Test
    void a_free_name_is_that_of_no_connection_at_all() {
        assertThat(new ConnectionNames(List.of("Discord")).free("radarr")).isEqualTo("Conveyarr");
        assertThat(new ConnectionNames(List.of("conveyarr", "Conveyarr (radarr)")).free("radarr"))
                .isEqualTo("Conveyarr 2");
    }

    @Test
    void a_trial_has_no_id() {
        assertThat(our.unsaved("Conveyarr 2").json().has("id")).isFalse();
        assertThat(our.id()).isEqualTo(1);
    }

    private boolean blocked(String message, String... names) {
        JsonNode check = JsonNodeFactory.instance
                .objectNode()
                .put("source", "NotificationStatusCheck")
                .put("message", message);
        return our.isBlocked(new ConnectionNames(List.of(names)), List.of(check));
    }

    private static ArrConnection named(String name) {
        return new ArrConnection(
                JsonNodeFactory.instance.objectNode().put("id", 1).put("name", name));
    }
}
