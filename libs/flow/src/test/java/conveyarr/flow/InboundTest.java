package conveyarr.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Records that are taken in several at a time: each is a letter, what it is about, and a number. */
class InboundTest {
    private static final Vertx VERTX = Vertx.vertx();
    private final List<String> buried = new ArrayList<>();
    private final List<String> handled = new ArrayList<>();
    private final List<Context> contexts = new ArrayList<>();
    private final Inbound inbound = new Inbound("decider", (record, _) -> {
        buried.add(text(record));
        return Uni.createFrom().voidItem();
    });
    private int timesAway;

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @Test
    void each_is_a_transaction_of_its_own() throws Exception {
        receive("a1", "b1", "a2");
        assertThat(handled).containsExactlyInAnyOrder("a1", "b1", "a2").containsSubsequence("a1", "a2");
        assertThat(contexts).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void what_cannot_be_read_or_handled_is_buried_and_holds_up_nobody() throws Exception {
        receive("a1", "unreadable", "aPoison", "a2", "b1");
        assertThat(buried).containsExactlyInAnyOrder("unreadable", "aPoison");
        assertThat(handled).containsExactlyInAnyOrder("a1", "a2", "b1");
    }

    @Test
    void while_one_is_tried_again_what_is_about_the_same_waits() throws Exception {
        timesAway = 2;
        receive("a1", "a2", "b1");
        assertThat(handled).containsExactlyInAnyOrder("a1", "a2", "b1").containsSubsequence("a1", "a2");
        assertThat(buried).isEmpty();
        assertThat(inbound.retried().count()).isZero();
    }

    private void receive(String... texts) throws Exception {
        var records = Stream.of(texts)
                .map(text ->
                        new ConsumerRecord<>("topic", 0, text.hashCode(), "key", text.getBytes(StandardCharsets.UTF_8)))
                .toList();
        var done = new CompletableFuture<Void>();
        VERTX.getOrCreateContext().runOnContext(_ -> inbound.receiveInLanes(records, this::read)
                .subscribe()
                .with(done::complete, done::completeExceptionally));
        done.get(10, TimeUnit.SECONDS);
    }

    private Errand read(ConsumerRecord<String, byte[]> record) {
        String text = text(record);
        if (text.equals("unreadable")) {
            throw new IllegalArgumentException("this can never be read");
        }
        return new Errand(Set.of(text.substring(0, 1)), () -> handle(text));
    }

    private Uni<Void> handle(String text) {
        if (text.endsWith("Poison")) {
            throw new IllegalArgumentException("this can never be handled");
        }
        if (text.startsWith("a") && timesAway-- > 0) {
            return Uni.createFrom().failure(new IOException("the database is away"));
        }
        contexts.add(Vertx.currentContext());
        handled.add(text);
        return Uni.createFrom().voidItem();
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}
