package conveyarr.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the services stand on. Each part is embedded unless the environment names one of the user's own ({@code KAFKA_BOOTSTRAP_SERVERS},
 * {@code PG_URL}). Closed last, after every service.
 */
public final class Infrastructure implements AutoCloseable {
    private final Optional<KafkaNode> kafka;
    private final Optional<PgNode> postgres;

    private Infrastructure(Optional<KafkaNode> kafka, Optional<PgNode> postgres) {
        this.kafka = kafka;
        this.postgres = postgres;
    }

    /** Starts what the environment does not name: {@code CONVEYARR_DATA}, {@code CONVEYARR_KAFKA_PORT}, {@code CONVEYARR_PG_PORT}. */
    public static Infrastructure start(Map<String, String> environment) throws IOException, InterruptedException {
        Path data = Path.of(environment.getOrDefault("CONVEYARR_DATA", "data")).toAbsolutePath();
        int kafkaPort = port(environment, "CONVEYARR_KAFKA_PORT", 19092);
        int postgresPort = port(environment, "CONVEYARR_PG_PORT", 15432);
        Optional<PgNode> postgres = Optional.empty();
        if (!isGiven(environment, "PG_URL")) {
            var settings =
                    PgSettings.in(data.resolve("postgres"), data.resolve("postgres/program"), postgresPort, true);
            postgres = Optional.of(PgNode.start(settings));
        }
        try {
            return new Infrastructure(
                    isGiven(environment, "KAFKA_BOOTSTRAP_SERVERS")
                            ? Optional.empty()
                            : Optional.of(KafkaNode.start(data.resolve("kafka"), kafkaPort, kafkaPort + 1)),
                    postgres);
        } catch (IOException | RuntimeException e) {
            new Infrastructure(Optional.empty(), postgres).close();
            throw e;
        }
    }

    /** Says in one sentence why it does not start and ends the process, whatever threads a half started broker has left. */
    public static Infrastructure startOrExit(Map<String, String> environment) {
        try {
            return start(environment);
        } catch (IOException | RuntimeException e) {
            System.err.println("ERROR The broker or the database does not start: " + e.getMessage());
            Runtime.getRuntime().halt(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("interrupted while starting");
    }

    /** By the variable itself or by a file that holds it. */
    private static boolean isGiven(Map<String, String> environment, String name) {
        return Stream.of(name, name + "_FILE")
                .anyMatch(variable -> !environment.getOrDefault(variable, "").isBlank());
    }

    /** Tells the services in this JVM where the embedded parts are. */
    public void announce() {
        kafka.ifPresent(node -> System.setProperty("kafka.bootstrap.servers", node.bootstrapServers()));
        postgres.map(PgNode::settings).ifPresent(pg -> {
            System.setProperty("conveyarr.pg.address", pg.address());
            System.setProperty("conveyarr.pg.username", pg.username());
            System.setProperty("conveyarr.pg.password", pg.password());
        });
    }

    @Override
    public void close() throws InterruptedException {
        kafka.ifPresent(KafkaNode::close);
        if (postgres.isPresent()) {
            postgres.get().close();
        }
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        String value = environment.getOrDefault(name, Integer.toString(otherwise));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    name + "=" + value + " is not a port; it has to be a number such as " + otherwise, e);
        }
    }
}
