package conveyarr.flow.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conveyarr.embedded.KafkaNode;
import conveyarr.embedded.PgNode;
import io.agroal.api.AgroalDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each row is on its topic once and in order, wherever a relay dies. */
class RelayTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LEASE = Duration.ofSeconds(5);

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

    @Test
    void what_is_written_is_published_in_order_and_settled() throws Exception {
        RelayWorld.schema(jdbc, "request");
        RelayWorld.write(jdbc, "request", 0, 1200);
        try (var relay = new Relay("request", jdbc, Duration.ZERO)) {
            relay.start();
            await().atMost(SOON).until(() -> RelayWorld.pending(jdbc, "request") == 0);
        }
        assertThat(RelayWorld.published("request")).isEqualTo(numbers(1200));
    }

    @Test
    void a_relay_that_died_after_the_commit_is_followed_by_one_that_publishes_nothing_again() throws Exception {
        RelayWorld.schema(jdbc, "acquisition");
        RelayWorld.write(jdbc, "acquisition", 0, 10);
        try (var connection = jdbc.getConnection();
                var dying = Publisher.open("acquisition", KafkaAccess.fromConfig())) {
            dying.publish(OutboxBatch.claim(connection, "acquisition", OutboxBatch.MOST, () -> true));
        }
        RelayWorld.write(jdbc, "acquisition", 10, 20);
        drained("acquisition");
        assertThat(RelayWorld.published("acquisition")).isEqualTo(numbers(20));
    }

    /** Its lease is still held, and the marker says no more than the rows. */
    @Test
    void a_relay_that_died_after_it_had_marked_its_rows_is_followed_by_one_that_goes_on_behind_them() throws Exception {
        RelayWorld.schema(jdbc, "notification");
        RelayWorld.write(jdbc, "notification", 0, 10);
        try (var connection = jdbc.getConnection();
                var dying = Publisher.open("notification", KafkaAccess.fromConfig())) {
            assertThat(new Lease("notification", "relay", LEASE).hold(connection))
                    .hasValue(1);
            var sent = dying.publish(OutboxBatch.claim(connection, "notification", OutboxBatch.MOST, () -> true));
            OutboxBatch.settle(connection, "notification", sent);
        }
        assertThat(RelayWorld.pending(jdbc, "notification")).isZero();
        RelayWorld.write(jdbc, "notification", 10, 20);
        drained("notification");
        assertThat(RelayWorld.published("notification")).isEqualTo(numbers(20));
    }

    @Test
    void a_relay_that_died_before_the_commit_is_followed_by_one_that_publishes_the_same_batch() throws Exception {
        RelayWorld.schema(jdbc, "library");
        RelayWorld.write(jdbc, "library", 0, 10);
        try (var connection = jdbc.getConnection();
                var dying = new KafkaProducer<String, byte[]>(
                        KafkaAccess.fromConfig().transactionalProducer("relay-library"))) {
            dying.initTransactions();
            dying.beginTransaction();
            for (var row : OutboxBatch.claim(connection, "library", OutboxBatch.MOST, () -> true)
                    .rows()) {
                dying.send(row.record()).get();
            }
            dying.close(Duration.ZERO);
        }
        drained("library");
        assertThat(RelayWorld.published("library")).isEqualTo(numbers(10));
    }

    /** The transaction of a dead neighbour stays open until it is timed out, and hides what comes behind it in its partitions. */
    @Test
    void the_open_transaction_of_another_service_does_not_hide_the_marker() throws Exception {
        RelayWorld.schema(jdbc, "download");
        RelayWorld.write(jdbc, "download", 0, 10);
        try (var neighbour =
                new KafkaProducer<String, byte[]>(KafkaAccess.fromConfig().transactionalProducer("relay-health"))) {
            neighbour.initTransactions();
            neighbour.beginTransaction();
            neighbour
                    .send(new ProducerRecord<>("conveyarr.relays", 5, "batch", new byte[8]))
                    .get();
            try (var connection = jdbc.getConnection();
                    var dying = Publisher.open("download", KafkaAccess.fromConfig())) {
                dying.publish(OutboxBatch.claim(connection, "download", OutboxBatch.MOST, () -> true));
            }
            drained("download");
            neighbour.abortTransaction();
        }
        assertThat(RelayWorld.published("download")).isEqualTo(numbers(10));
    }

    /** Its numbers begin anew, below the marker that the broker has kept: what it claims first is not on a topic for that. */
    @Test
    void a_new_database_beside_a_broker_with_a_past_loses_nothing_though_its_relay_dies_at_once() throws Exception {
        try (var past = Publisher.open("health", KafkaAccess.fromConfig())) {
            past.publish(new OutboxBatch(1, List.of()));
        }
        RelayWorld.schema(jdbc, "health");
        RelayWorld.write(jdbc, "health", 0, 10);
        try (var connection = jdbc.getConnection();
                var dying = Publisher.open("health", KafkaAccess.fromConfig())) {
            OutboxBatch.takeOver(connection, "health", dying.lastCommitted());
            assertThat(OutboxBatch.claim(connection, "health", OutboxBatch.MOST, () -> true)
                            .rows())
                    .hasSize(10);
        }
        drained("health");
        assertThat(RelayWorld.published("health")).isEqualTo(numbers(10));
    }

    @Test
    void a_claim_without_the_lease_takes_nothing() throws Exception {
        RelayWorld.schema(jdbc, "unheld");
        RelayWorld.write(jdbc, "unheld", 0, 10);
        try (var connection = jdbc.getConnection()) {
            assertThat(new Lease("unheld", "relay", LEASE).hold(connection)).hasValue(1);
            var late = new Lease("unheld", "relay", LEASE);
            assertThat(late.hold(connection)).isEmpty();
            assertThat(OutboxBatch.claim(connection, "unheld", OutboxBatch.MOST, () -> late.confirm(connection, 1))
                            .rows())
                    .isEmpty();
        }
    }

    @Test
    void a_lease_that_is_kept_is_believed_for_a_while_and_confirmed_where_it_matters() throws Exception {
        RelayWorld.schema(jdbc, "kept");
        try (var connection = jdbc.getConnection()) {
            var lease = new Lease("kept", "relay", Duration.ofHours(1));
            assertThat(lease.keep(connection)).hasValue(1);
            RelayWorld.execute(jdbc, "update kept.lease set holder = 'another', epoch = 2");
            assertThat(lease.keep(connection)).hasValue(1);
            assertThat(lease.confirm(connection, 1)).isFalse();
            assertThat(lease.hold(connection)).isEmpty();
        }
    }

    /** Half a million waiting rows that are read for each 500 would keep the relay from ever sending them. */
    @Test
    void what_waits_is_not_read_with_every_batch() throws Exception {
        RelayWorld.schema(jdbc, "crowd");
        RelayWorld.write(jdbc, "crowd", 0, 20_000);
        RelayWorld.execute(jdbc, "analyze crowd.outbox");
        try (var connection = jdbc.getConnection()) {
            assertThat(plan(connection, OutboxBatch.CLAIM.formatted("crowd", 500, 4_000_000)))
                    .contains("outbox_claimed")
                    .doesNotContain("Seq Scan on outbox");
            assertThat(plan(connection, Backlog.SIZES.formatted("crowd"))).contains("outbox_parked");
            var backlog = new Backlog("crowd");
            backlog.look(connection);
            assertThat(backlog.sizes().pending()).isEqualTo(20_000);
        }
    }

    private static String plan(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("explain " + sql)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return String.join("\n", lines);
        }
    }

    private static void drained(String schema) throws Exception {
        try (var relay = new Relay(schema, jdbc, Duration.ZERO)) {
            relay.start();
            await().atMost(SOON).until(() -> RelayWorld.pending(jdbc, schema) == 0);
        }
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}
