package conveyarr.flow.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenerSettingsTest {
    private static final String CHANNEL = "mp.messaging.incoming.request-hooks.";

    @Test
    void what_all_services_share_is_what_must_be() throws IOException {
        assertThat(complaint(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "auto.offset.reset, latest",
        "isolation.level, read_uncommitted",
        "enable.auto.commit, true",
        "commit-strategy, latest",
        "commit-strategy, checkpoint",
        "failure-strategy, ignore",
        "failure-strategy, dead-letter-queue",
        "failure-strategy, delayed-retry-topic",
        "throttled.unprocessed-record-max-age.ms, 60000",
        "batch, true",
        "max.poll.records, 0",
        "max.poll.records, 5000",
        "max.poll.records, many"
    })
    void every_other_value_is_refused_in_one_sentence_that_names_it(String setting, String value) throws IOException {
        var complaint = complaint(Map.of(CHANNEL + setting, value)).orElseThrow();
        assertThat(complaint)
                .startsWith(CHANNEL + setting + " is " + value + ", and must be ")
                .endsWith("Remove the setting.");
    }

    @Test
    void a_setting_for_all_listeners_is_seen_as_well() throws IOException {
        assertThat(complaint(Map.of("mp.messaging.connector.smallrye-kafka.isolation.level", "read_uncommitted")))
                .isPresent();
    }

    @Test
    void a_method_of_many_records_is_given_many() throws IOException {
        String batch = "mp.messaging.incoming.health-events.batch";
        assertThat(complaint("health-events", Map.of(batch, "true"))).isEmpty();
        assertThat(complaint("health-events", Map.of()))
                .contains(batch
                        + " is false, and must be true: its method takes many records at a time. Set it to true.");
    }

    @Test
    void the_channels_are_those_that_have_a_connector() {
        assertThat(ListenerSettings.channels(List.of(
                        CHANNEL + "topic", CHANNEL + "connector", "mp.messaging.incoming.a.connector", "other")))
                .containsExactly("a", "request-hooks");
    }

    private static Optional<String> complaint(Map<String, String> user) throws IOException {
        return complaint("request-hooks", user);
    }

    private static Optional<String> complaint(String channel, Map<String, String> user) throws IOException {
        var shared = new Properties();
        try (var file = ListenerSettings.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            shared.load(file);
        }
        var all = new HashMap<String, String>();
        shared.forEach((name, value) -> all.put(name.toString(), value.toString()));
        all.putAll(user);
        return new ListenerSettings(name -> Optional.ofNullable(all.get(name)), Set.of("health-events"))
                .complaint(channel);
    }
}
