package conveyarr.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodesTest {
    private static final Path BINARIES = Path.of("target", "postgres-program").toAbsolutePath();

    @TempDir
    Path data;

    @Test
    void the_broker_keeps_its_topics_over_a_restart() throws Exception {
        int port = freePort();
        int controller = freePort();
        try (var node = KafkaNode.start(data, port, controller);
                var admin = admin(node)) {
            admin.createTopics(List.of(new NewTopic("kept", 3, (short) 1)))
                    .all()
                    .get();
        }
        try (var node = KafkaNode.start(data, port, controller);
                var admin = admin(node)) {
            assertThat(admin.listTopics().names().get()).contains("kept");
        }
    }

    @Test
    void the_database_keeps_its_rows_over_a_restart() throws Exception {
        var settings = PgSettings.in(data, BINARIES, freePort(), true);
        try (var node = PgNode.start(settings)) {
            execute(node, "create table kept (id int)");
        }
        try (var node = PgNode.start(settings)) {
            execute(node, "insert into kept values (1)");
        }
    }

    @Test
    void a_killed_database_comes_back_by_itself() throws Exception {
        try (var node = PgNode.start(PgSettings.in(data, BINARIES, freePort(), true))) {
            execute(node, "create table kept (id int)");
            long first = node.pid();
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
                assertThat(node.pid()).isNotEqualTo(first);
                execute(node, "insert into kept values (1)");
            });
        }
    }

    private static Admin admin(KafkaNode node) {
        return Admin.create(Map.of("bootstrap.servers", node.bootstrapServers()));
    }

    private static void execute(PgNode node, String sql) throws Exception {
        var at = node.settings();
        try (var connection = DriverManager.getConnection(at.jdbcUrl(), at.username(), at.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
