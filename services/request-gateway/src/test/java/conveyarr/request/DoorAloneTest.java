package conveyarr.request;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conveyarr.embedded.KafkaNode;
import conveyarr.embedded.PgNode;
import conveyarr.embedded.PgSettings;
import conveyarr.events.Topics;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.Ports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** The door with PostgreSQL and Kafka down from the start, and what becomes of its hooks when they come. */
@QuarkusTest
@WithTestResource(NothingRunsStack.class)
class DoorAloneTest {
    private static final int SMALL = 100;
    private static final int LARGEST = 60 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    RequestFlow flow;

    @Test
    void hooks_are_taken_until_the_disk_is_full_and_all_arrive_when_the_rest_comes() throws Exception {
        assertThat(flow.prepared()).isFalse();
        var taken = new ArrayList<String>();
        IntStream.range(0, SMALL).mapToObj(i -> body(i, 0)).forEach(body -> {
            post(body).then().statusCode(202);
            taken.add(body);
        });
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/health/started").then().statusCode(503);
        questionsAreAnsweredLater();
        fill(taken);

        try (var postgres = PgNode.start(postgres());
                var kafka = KafkaNode.start(
                        NothingRunsStack.folder.resolve("kafka"), NothingRunsStack.KAFKA, Ports.free())) {
            assertThat(postgres.pid()).isPositive();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(published(kafka)).containsExactlyElementsOf(taken));
            assertThat(listed()).isEqualTo(taken.size());
            given().get("/q/health/ready").then().statusCode(200);
            post(body(-1, 0)).then().statusCode(202);
        }
    }

    private static void questionsAreAnsweredLater() {
        given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .get("/api/v1/events/incoming")
                .then()
                .statusCode(503)
                .contentType("application/problem+json");
    }

    private static void fill(List<String> taken) {
        Response answer;
        int number = SMALL;
        do {
            String body = body(number++, LARGEST);
            answer = post(body);
            if (answer.statusCode() == 202) {
                taken.add(body);
            }
        } while (answer.statusCode() == 202);
        answer.then().statusCode(503).header("Retry-After", "5").contentType("application/problem+json");
        assertThat(taken).hasSizeBetween(SMALL + 10, SMALL + 20);
        given().get("/q/health/ready").then().statusCode(503);
    }

    private static String body(int number, int padding) {
        return "{\"notification_type\":\"TEST_NOTIFICATION\",\"number\":%d,\"x\":\"%s\"}"
                .formatted(number, "x".repeat(padding));
    }

    private static Response post(String body) {
        return given().header("X-Api-Key", EmbeddedStack.API_KEY).body(body).post("/hooks/portal");
    }

    private static PgSettings postgres() throws IOException {
        Path data = Files.createDirectories(NothingRunsStack.folder.resolve("pg"));
        Path binaries = Path.of(
                System.getProperty("java.io.tmpdir"), "conveyarr-test-postgres-" + System.getProperty("user.name"));
        Files.writeString(data.resolve("password"), NothingRunsStack.PASSWORD);
        return PgSettings.in(data, binaries, NothingRunsStack.POSTGRES, false);
    }

    private static int listed() {
        return Incoming.list("?limit=200").getList("items").size();
    }

    /** The bodies on the topic, in its order: all hooks of one instance are in one partition. */
    private static List<String> published(KafkaNode kafka) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = IntStream.range(0, Topics.PARTITIONS)
                    .mapToObj(number -> new TopicPartition(Topics.HOOKS, number))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var bodies = new ArrayList<String>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> bodies.add(new String(record.value(), UTF_8)));
            }
            return bodies;
        }
    }
}
