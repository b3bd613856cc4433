package conveyarr.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

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
        Optional<PgNode> postgres = Optional.empty();
        if (!environment.containsKey("PG_URL")) {
            int port = port(environment, "CONVEYARR_PG_PORT", 15432);
            postgres = Optional.of(PgNode.start(
                    PgSettings.in(data.resolve("postgres"), data.resolve("postgres/program"), port, true)));
        }
        Optional<KafkaNode> kafka = Optional.empty();
        if (!environment.containsKey("KAFKA_BOOTSTRAP_SERVERS")) {
            int port = port(environment, "CONVEYARR_KAFKA_PORT", 19092);
            kafka = Optional.of(KafkaNode.start(data.resolve("kafka"), port, port + 1));
        }
        return new Infrastructure(kafka, postgres);
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
