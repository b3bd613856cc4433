package conveyarr.flow.loop;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import conveyarr.embedded.KafkaNode;
import conveyarr.embedded.PgNode;
import io.agroal.api.AgroalDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the broker loses is published again, and what it refuses waits aside. */
class LossesTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static KafkaNode kafka;
    private static PgNode postgres;
    private static AgroalDataSource jdbc;

    @BeforeAll
    static void start() throws Exception {
        kafka = RelayWorld.kafka(folder);
        postgres = RelayWorld.postgres(folder);
        jdbc = RelayWorld.jdbc(postgres);
        TopicSetup.ensure(KafkaAccess.fromConfig());
    }

    @AfterAll
    static void stop() throws Exception {
        jdbc.close();
        kafka.close();
        postgres.close();
    }

    /** Even when there is more on it by now than there was before. */
    @Test
    void a_topic_that_was_made_anew_gets_everything_again_in_order() throws Exception {
        RelayWorld.schema(jdbc, "request");
        RelayWorld.write(jdbc, "request", 0, 20);
        drained("request");
        drained("request"); // by now it knows the topic
        makeAnew("request");
        RelayWorld.write(jdbc, "request", 20, 50);
        drained("request");
        assertThat(RelayWorld.published("request")).isEqualTo(numbers(50));
    }

    @Test
    void a_partition_that_ends_before_what_it_confirmed_gets_its_tail_again() throws Exception {
        RelayWorld.schema(jdbc, "download");
        RelayWorld.write(jdbc, "download", 0, 20);
        drained("download");
        makeAnew("download");
        RelayWorld.execute(jdbc, "delete from download.topic_identity");
        drained("download");
        await().atMost(SOON).untilAsserted(() -> {
            drained("download");
            assertThat(RelayWorld.published("download")).isEqualTo(numbers(20));
        });
    }

    @Test
    void what_is_not_lost_is_not_published_again() throws Exception {
        RelayWorld.schema(jdbc, "library");
        RelayWorld.write(jdbc, "library", 0, 20);
        drained("library");
        drained("library");
        RelayWorld.write(jdbc, "library", 20, 30);
        drained("library");
        assertThat(RelayWorld.published("library")).isEqualTo(numbers(30));
    }

    @Test
    void a_row_that_the_broker_refuses_for_good_is_parked_with_the_reason_and_the_others_go_on() throws Exception {
        RelayWorld.schema(jdbc, "notification");
        RelayWorld.write(jdbc, "notification", 0, 10);
        RelayWorld.write(jdbc, "notification", 10, 11, _ -> new byte[3 * 1024 * 1024]);
        RelayWorld.write(jdbc, "notification", 11, 20);
        try (var relay = new Relay("notification", jdbc, Duration.ZERO)) {
            relay.start();
            await().atMost(SOON).until(() -> RelayWorld.pending(jdbc, "notification") == 0);
            assertThat(new Parked("notification", jdbc).rows())
                    .extracting(row -> row.seq() + " " + row.reason())
                    .singleElement(as(STRING))
                    .startsWith("11 RecordTooLarge");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(relay.backlog().sizes()).isEqualTo(new Backlog.Sizes(0, 0, 1)));
        }
        assertThat(RelayWorld.published("notification"))
                .containsExactlyElementsOf(IntStream.range(0, 20)
                        .filter(i -> i != 10)
                        .mapToObj(Integer::toString)
                        .toList());
        try (var connection = jdbc.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select parked_reason from notification.outbox where seq = 11")) {
            rows.next();
            assertThat(rows.getString(1)).contains("RecordTooLarge");
        }
    }

    /** Our own producer would take them: which row of a batch it was, only the broker knows, and it blames all. */
    @Test
    void of_a_batch_that_the_broker_refuses_exactly_the_row_that_is_too_large_for_it_is_parked() throws Exception {
        RelayWorld.schema(jdbc, "acquisition");
        takesNoMoreThan(20_000, "acquisition");
        RelayWorld.write(
                jdbc,
                "acquisition",
                0,
                10,
                i -> i == 6 ? new byte[50_000] : Integer.toString(i).getBytes(StandardCharsets.UTF_8));
        drained("acquisition");
        assertThat(new Parked("acquisition", jdbc).rows())
                .allSatisfy(row -> assertThat(row.reason()).startsWith("RecordTooLarge"))
                .extracting(Parked.Row::seq)
                .containsExactly(7L);
        assertThat(RelayWorld.published("acquisition"))
                .containsExactlyElementsOf(IntStream.range(0, 10)
                        .filter(i -> i != 6)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    private static void takesNoMoreThan(int bytes, String schema) throws Exception {
        try (var admin = Admin.create(KafkaAccess.fromConfig().admin())) {
            var topic = new ConfigResource(ConfigResource.Type.TOPIC, RelayWorld.topic(schema));
            var limit = new AlterConfigOp(
                    new ConfigEntry("max.message.bytes", Integer.toString(bytes)), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(topic, List.of(limit))).all().get();
        }
    }

    private static void makeAnew(String schema) throws Exception {
        try (var admin = Admin.create(KafkaAccess.fromConfig().admin())) {
            admin.deleteTopics(List.of(RelayWorld.topic(schema))).all().get();
            await().atMost(SOON).until(() -> !admin.listTopics().names().get().contains(RelayWorld.topic(schema)));
        }
        TopicSetup.ensure(KafkaAccess.fromConfig());
    }

    private static void drained(String schema) throws Exception {
        try (var relay = new Relay(schema, jdbc, Duration.ZERO)) {
            relay.start();
            await().atMost(SOON).until(() -> relay.lookedForLosses() && RelayWorld.pending(jdbc, schema) == 0);
        }
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}
