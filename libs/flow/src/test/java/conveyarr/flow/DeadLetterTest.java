package conveyarr.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A record that can be neither handled nor buried would stop its partition, so burying takes anything. */
class DeadLetterTest {
    @Test
    void a_record_keeps_its_bytes_and_says_where_it_was_and_why() {
        var record = new ConsumerRecord<>("conveyarr.hooks", 3, 42, "radarr", "{".getBytes(StandardCharsets.UTF_8));
        var dead = DeadLetter.of("notifier", record, new IllegalArgumentException("not JSON"));
        assertThat(dead.topic()).isEqualTo("conveyarr.dead.notifier");
        assertThat(dead.value()).isEqualTo(record.value());
        assertThat(dead.headers())
                .containsEntry("dead_topic", "conveyarr.hooks")
                .containsEntry("dead_partition", "3")
                .containsEntry("dead_offset", "42")
                .containsEntry("dead_reason", "not JSON");
        assertThat(DeadLetter.of("notifier", record, new RuntimeException()).id())
                .isEqualTo(dead.id());
    }

    @Test
    void headers_without_a_value_keys_with_a_zero_and_endless_reasons_are_taken() {
        var record = new ConsumerRecord<String, byte[]>("conveyarr.hooks", 0, 0, "a\0b", null);
        record.headers().add("empty", null);
        var dead = DeadLetter.of("notifier", record, new IllegalArgumentException("x".repeat(1_000_000)));
        assertThat(dead.key()).isEqualTo("ab");
        assertThat(dead.value()).isEmpty();
        assertThat(dead.headers().get("dead_reason")).hasSize(500);
        assertThat(dead.headers()).doesNotContainKey("empty");
    }
}
