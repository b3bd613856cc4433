package conveyarr.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conveyarr.flow.wire.WireRecord;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Writers whose transactions overlap and end in another order than they began: no row is skipped, none is there twice, and each key keeps
 * its order. {@code -Dconveyarr.outbox.rows=} makes it larger.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class OutboxTest {
    private static final int WRITERS = 16;
    private static final int ROWS = Integer.getInteger("conveyarr.outbox.rows", 800);
    private static final String TOPIC = "conveyarr.dead.acquisition-coordinator";
    private static final String RUN = UUID.randomUUID().toString();

    @Inject
    AcquisitionFlow flow;

    private final Map<String, Integer> versions = new ConcurrentHashMap<>();

    @BeforeEach
    void prepared() {
        await().atMost(Duration.ofSeconds(30)).until(flow::prepared);
    }

    @Test
    void sixteen_writers_at_a_time_lose_nothing_and_keep_the_order_of_each_key() throws Exception {
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            var tasks = IntStream.range(0, ROWS)
                    .<Callable<Void>>mapToObj(this::writing)
                    .toList();
            for (Future<Void> written : writers.invokeAll(tasks)) {
                written.get();
            }
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(published()).hasSize(ROWS));
        published().stream()
                .collect(Collectors.groupingBy(text -> text.split(":")[0], Collectors.toList()))
                .forEach((key, texts) -> assertThat(texts)
                        .containsExactlyElementsOf(IntStream.range(1, versions.get(key) + 1)
                                .mapToObj(version -> key + ":" + version)
                                .toList()));
    }

    private Callable<Void> writing(int number) {
        var random = new SplittableRandom(number);
        String key = "key-" + random.nextInt(12);
        int before = random.nextInt(10);
        int after = random.nextInt(10);
        return () -> {
            try {
                VertxContextSupport.subscribeAndAwait(() -> flow.inTransaction(tx -> pause(tx, before)
                        .chain(() -> flow.tables().lock(tx, "key|" + RUN + key))
                        .chain(() -> send(tx, key))
                        .chain(() -> pause(tx, after))));
                return null;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** The version is drawn with the key's lock in hand, so that it is the order of the commits. */
    private Uni<Void> send(Mutiny.Session tx, String key) {
        String value = key + ":" + versions.merge(key, 1, Integer::sum);
        var headers = Map.of("run", RUN);
        return flow.tables()
                .send(
                        tx,
                        new WireRecord(
                                UUID.randomUUID(), TOPIC, RUN + key, headers, value.getBytes(StandardCharsets.UTF_8)));
    }

    /** In the database, with the transaction open. */
    private static Uni<Void> pause(Mutiny.Session tx, int millis) {
        return tx.createNativeQuery("select 1 from pg_sleep(%d / 1000.0)".formatted(millis), Integer.class)
                .getSingleResult()
                .replaceWithVoid();
    }

    private static List<String> published() {
        var texts = new ArrayList<String>();
        TopicReader.all(TOPIC).stream()
                .filter(record -> RUN.equals(TopicReader.header(record, "run")))
                .forEach(record -> texts.add(new String(record.value(), StandardCharsets.UTF_8)));
        return texts;
    }
}
