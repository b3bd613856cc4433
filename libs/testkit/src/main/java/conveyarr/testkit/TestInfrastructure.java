package conveyarr.testkit;

import conveyarr.embedded.KafkaNode;
import conveyarr.embedded.PgNode;
import conveyarr.embedded.PgSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Where the broker and the database of this test JVM are. */
public record TestInfrastructure(
        String bootstrapServers,
        String postgresAddress,
        String postgresUser,
        String postgresPassword,
        Optional<PgNode> postgres) {

    static TestInfrastructure start(String kind) {
        boolean wanted = kind.equals("containers");
        if (wanted && DockerClientFactory.instance().isDockerAvailable()) {
            return containers();
        }
        if (wanted) {
            System.out.println("No Docker engine answers, so the tests use the embedded Kafka and PostgreSQL.");
        }
        return embedded();
    }

    private static TestInfrastructure containers() {
        var kafka = new KafkaContainer("apache/kafka-native:4.1.1");
        var postgres = new PostgreSQLContainer("postgres:18-alpine");
        kafka.start();
        postgres.start();
        String address =
                "%s:%d/%s".formatted(postgres.getHost(), postgres.getFirstMappedPort(), postgres.getDatabaseName());
        return new TestInfrastructure(
                kafka.getBootstrapServers(), address, postgres.getUsername(), postgres.getPassword(), Optional.empty());
    }

    private static TestInfrastructure embedded() {
        try {
            Path data = Files.createTempDirectory("conveyarr-test");
            Path binaries = Path.of(
                    System.getProperty("java.io.tmpdir"), "conveyarr-test-postgres-" + System.getProperty("user.name"));
            var postgres = PgNode.start(PgSettings.in(data.resolve("postgres"), binaries, Ports.free(), false));
            var kafka = KafkaNode.start(data.resolve("kafka"), Ports.free(), Ports.free());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(kafka, postgres, data)));
            var at = postgres.settings();
            return new TestInfrastructure(
                    kafka.bootstrapServers(), at.address(), at.username(), at.password(), Optional.of(postgres));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void stop(KafkaNode kafka, PgNode postgres, Path data) {
        try {
            kafka.close();
            postgres.close();
            conveyarr.embedded.Folders.delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
