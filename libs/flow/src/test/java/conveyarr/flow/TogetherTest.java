package conveyarr.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.flow.wire.Headers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final String POISON = "poison";

    private final List<String> buried = new ArrayList<>();
    private final List<List<String>> kept = new ArrayList<>();
    private final List<Integer> shown = new ArrayList<>();
    private final Inbound inbound = new Inbound("projector", (record, _) -> {
        buried.add(text(record));
        return Uni.createFrom().voidItem();
    });
    private int timesAway;

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @Test
    void what_comes_together_is_kept_together_and_in_its_order() throws Exception {
        receive(records("a", "b", "c"));
        assertThat(kept).containsExactly(List.of("a", "b", "c"));
    }

    @Test
    void only_what_can_never_be_handled_is_buried() throws Exception {
        receive(records("a", POISON, "c", "d"));
        assertThat(buried).containsExactly(POISON);
        assertThat(kept).containsExactly(List.of("a"), List.of("c"), List.of("d"));
        receive(records(POISON));
        assertThat(buried).hasSize(2);
    }

    @Test
    void while_the_database_is_away_the_whole_batch_waits_and_is_shown() throws Exception {
        timesAway = 2;
        receive(records("a", "b"));
        assertThat(kept).containsExactly(List.of("a", "b"));
        assertThat(shown)
                .as("how many inputs are being tried again, at each try")
                .containsExactly(0, 1, 1);
        assertThat(inbound.retried().count()).isZero();
        assertThat(buried).isEmpty();
    }

    @Test
    void a_database_that_goes_away_between_two_of_a_poisoned_batch_delays_and_loses_nothing() throws Exception {
        timesAway = -1; // from the second keeping on
        receive(records("a", POISON, "c"));
        assertThat(kept).containsExactly(List.of("a"), List.of("c"));
        assertThat(buried).containsExactly(POISON);
    }

    @Test
    void what_this_version_does_not_know_is_passed_over() throws Exception {
        receive(records("newer", "a"));
        receive(records("newer"));
        receive(List.of());
        assertThat(kept).containsExactly(List.of("a"));
    }

    @Test
    void a_person_who_hands_a_letter_over_again_hears_why_it_still_fails() throws Exception {
        var letter = records(POISON).getFirst();
        letter.headers().add(Headers.DEAD_REPLAY, "id".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> receive(List.of(letter)))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("never");
        assertThat(buried).isEmpty();
    }

    private void receive(List<ConsumerRecord<String, byte[]>> records) throws Exception {
        var done = new CompletableFuture<Void>();
        VERTX.getOrCreateContext().runOnContext(_ -> inbound.receiveAll(Together.of(
                        records, record -> Optional.of(text(record)).filter(text -> !text.equals("newer")), this::keep))
                .subscribe()
                .with(done::complete, done::completeExceptionally));
        done.get(10, TimeUnit.SECONDS);
    }

    private Uni<Void> keep(List<String> texts) {
        shown.add(inbound.retried().count());
        if (texts.contains(POISON)) {
            throw new IllegalArgumentException("this can never be kept");
        }
        if (timesAway < 0 && !kept.isEmpty()) {
            timesAway = 1;
        }
        if (timesAway > 0) {
            timesAway--;
            return Uni.createFrom().failure(new IOException("the database is away"));
        }
        kept.add(texts);
        return Uni.createFrom().voidItem();
    }

    private static List<ConsumerRecord<String, byte[]>> records(String... texts) {
        return Stream.of(texts)
                .map(text ->
                        new ConsumerRecord<>("topic", 0, text.hashCode(), "key", text.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}
