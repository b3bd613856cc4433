package conveyarr.flow.loop;

import conveyarr.embedded.KafkaNode;
import conveyarr.embedded.PgNode;
import conveyarr.embedded.PgSettings;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** A broker, a database, and outboxes in it. Each schema has the topic of its own name, all under one key. */
final class RelayWorld {
    private RelayWorld() {}

    static KafkaNode kafka(Path folder) throws IOException {
        var node = KafkaNode.start(folder.resolve("kafka"), freePort(), freePort());
        System.setProperty("kafka.bootstrap.servers", node.bootstrapServers());
        return node;
    }

    static PgNode postgres(Path folder) throws IOException, InterruptedException {
        return PgNode.start(PgSettings.in(folder.resolve("postgres"), folder.resolve("program"), freePort(), false));
    }

    static AgroalDataSource jdbc(PgNode postgres) throws SQLException {
        var at = postgres.settings();
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(4)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl("jdbc:postgresql://" + at.address())
                                .principal(new NamePrincipal(at.username()))
                                .credential(new SimplePassword(at.password())))));
    }

    static void schema(AgroalDataSource jdbc, String schema) throws SQLException, IOException {
        var sql = new StringBuilder("create schema " + schema + "; set search_path to " + schema + ";");
        try (var versions = Files.list(Path.of("src/main/resources/db/flow"))) {
            for (Path version :
                    versions.sorted(Comparator.comparingInt(RelayWorld::number)).toList()) {
                sql.append(Files.readString(version)).append(';');
            }
        }
        execute(jdbc, sql + "set search_path to public");
    }

    private static int number(Path version) {
        return Integer.parseInt(version.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"));
    }

    /** Rows with the numbers from (included) to (excluded) as their values. */
    static void write(AgroalDataSource jdbc, String schema, int from, int to) throws SQLException {
        write(jdbc, schema, from, to, i -> Integer.toString(i).getBytes(StandardCharsets.UTF_8));
    }

    static void write(AgroalDataSource jdbc, String schema, int from, int to, IntFunction<byte[]> value)
            throws SQLException {
        var sql =
                "insert into %s.outbox (event_id, topic, key, headers, value) values (?, ?, 'movie:tmdb:603', '{}', ?)"
                        .formatted(schema);
        try (var connection = jdbc.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = from; i < to; i++) {
                statement.setObject(1, UUID.nameUUIDFromBytes((schema + i).getBytes(StandardCharsets.UTF_8)));
                statement.setString(2, topic(schema));
                statement.setBytes(3, value.apply(i));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static long pending(AgroalDataSource jdbc, String schema) throws SQLException {
        try (var connection = jdbc.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from " + schema + ".outbox where sent_at is null and parked_at is null")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The committed values on the schema's topic, in their order. */
    static List<String> published(String schema) {
        try (var consumer =
                new KafkaConsumer<String, byte[]>(KafkaAccess.fromConfig().reader())) {
            var partitions = consumer.partitionsFor(topic(schema)).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var values = new ArrayList<String>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(r -> values.add(new String(r.value(), StandardCharsets.UTF_8)));
            }
            return values;
        }
    }

    static String topic(String schema) {
        return switch (schema) {
            case "library", "health" -> "conveyarr." + schema;
            case String word -> "conveyarr." + word + "s";
        };
    }

    static void execute(AgroalDataSource jdbc, String sql) throws SQLException {
        try (var connection = jdbc.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
