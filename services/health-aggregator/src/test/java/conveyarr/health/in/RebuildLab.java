package conveyarr.health.in;

import static org.awaitility.Awaitility.await;

import conveyarr.events.DomainEvent;
import conveyarr.events.MediaId;
import conveyarr.events.Occurrence;
import conveyarr.health.HealthFlow;
import conveyarr.health.SimulatedPrograms;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How many events a second that are on the topics of a real broker already become timelines, and when PostgreSQL has them:
 * {@code infra/bench/library.sh}.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(SimulatedPrograms.class)
@EnabledIfSystemProperty(named = "conveyarr.lab", matches = "true")
class RebuildLab {
    private static final int TITLES = 40_000;

    /** The last word of each is why it does not come. */
    private static final String DONE = "health.timeline where head like '%REJECTED%'";

    private static final Duration LIMIT = Duration.ofMinutes(6);
    private static final Duration SOON = Duration.ofMillis(20);

    @Inject
    KafkaStreams streams;

    @Inject
    HealthFlow flow;

    @Test
    void timelines_of_all_topics() throws Throwable {
        await().atMost(Duration.ofSeconds(60)).until(flow::prepared);
        built(1, TITLES / 5); // the compiler gets to know it
        var lives = events(TITLES, TITLES);
        double before = processed();
        streams.pause();
        TopicWriter.tellAll(lives);
        await().atMost(LIMIT).until(() -> count("health.event_log") >= lives.size());
        long start = System.nanoTime();
        streams.resume();
        await().atMost(LIMIT).pollInterval(SOON).until(() -> processed() - before >= lives.size());
        double told = since(start);
        complete(TITLES / 5 + TITLES);
        System.out.printf(
                "rebuild: %d events of %d titles: timelines of all on their topic after %.1f s (%.0f events/s), in PostgreSQL after %.1f s (%.0f)%n",
                lives.size(), TITLES, told, lives.size() / told, since(start), lives.size() / since(start));
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** By the topology, since it began. */
    private double processed() {
        return streams.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("process-total")
                        && metric.metricName().group().equals("stream-thread-metrics"))
                .mapToDouble(metric -> (double) metric.metricValue())
                .sum();
    }

    private void built(int from, int titles) throws Throwable {
        TopicWriter.tellAll(events(from, titles));
        complete(titles);
    }

    private static Map<DomainEvent, Occurrence> events(int from, int titles) {
        var events = new LinkedHashMap<DomainEvent, Occurrence>();
        IntStream.range(from, from + titles)
                .boxed()
                .flatMap(number -> RebuildTest.lives(MediaId.movie(number)))
                .forEach(told -> events.put(told.event(), told.occurrence()));
        return events;
    }

    private void complete(long titles) {
        await().atMost(LIMIT).pollInterval(SOON).until(() -> count(DONE) >= titles);
    }

    private long count(String rows) {
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> flow.inTransaction(tx -> tx.createNativeQuery("select count(*) from " + rows, Long.class)
                            .getSingleResult()));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
