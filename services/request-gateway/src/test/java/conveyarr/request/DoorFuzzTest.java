package conveyarr.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conveyarr.events.Topics;
import conveyarr.request.core.Original;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Mutated bodies over HTTP; {@code -Dconveyarr.fuzz.hooks} is how many of each source. */
@QuarkusTest
@WithTestResource(EmbeddedStack.class)
@WithTestResource(GatewayStack.class)
class DoorFuzzTest {
    private static final int EACH = Integer.getInteger("conveyarr.fuzz.hooks", 256);
    private static final Map<String, String> INSTANCES = Map.of(
            "seerr", "portal",
            "radarr", "radarr-4k",
            "sonarr", "sonarr-4k",
            "lidarr", "lidarr",
            "readarr", "readarr",
            "prowlarr", "prowlarr",
            "qbittorrent", "qbittorrent",
            "sabnzbd", "sabnzbd",
            "gluetun", "gluetun");
    private static final byte[] TOKENS = "{}[]\",:\\0-eE.tfn\u0000".getBytes();
    private static final int AT_ONCE = 32;

    private final Random random = new Random(20261124);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private long made;

    @Inject
    RequestFlow flow;

    @Test
    void every_body_that_is_accepted_is_on_the_topic_or_in_quarantine_once_and_to_the_byte() throws Exception {
        var accepted = new HashMap<String, String>(); // the SHA-256 of each body, and who sent it
        var statuses = new HashMap<Integer, Integer>();
        for (var source : INSTANCES.entrySet()) {
            List<byte[]> samples = samples(source.getKey());
            for (int done = 0; done < EACH; done += AT_ONCE) {
                var bodies =
                        Stream.generate(() -> mutated(samples)).limit(AT_ONCE).toList();
                for (var sent : bodies.stream()
                        .map(body -> Map.entry(body, send(source.getValue(), body)))
                        .toList()) {
                    int status = sent.getValue().join();
                    statuses.merge(status, 1, Integer::sum);
                    accepted.put(Original.sha256(sent.getKey()), source.getValue());
                }
            }
        }
        assertThat(statuses).containsOnlyKeys(202);
        assertThat(accepted).hasSize(statuses.get(202));
        var onTopic = new HashMap<String, Integer>();
        try (var reader = TopicReader.fromTheBeginning(Topics.HOOKS)) {
            await().atMost(Duration.ofSeconds(60 + EACH / 50))
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> {
                        TopicReader.toTheEnd(reader, record -> count(record, accepted, onTopic));
                        assertThat(places(onTopic, accepted).keySet()).hasSize(accepted.size());
                    });
        }
        assertThat(places(onTopic, accepted).values()).containsOnly(1);
    }

    private static void count(
            ConsumerRecord<String, byte[]> record, Map<String, String> accepted, Map<String, Integer> onTopic) {
        String hash = Original.sha256(record.value());
        if (record.key().equals(accepted.get(hash))) {
            onTopic.merge(hash, 1, Integer::sum);
        }
    }

    /** In how many places each body is: on the topic of its sender, or in quarantine. */
    private Map<String, Integer> places(Map<String, Integer> onTopic, Map<String, String> accepted)
            throws SQLException {
        var places = new HashMap<>(onTopic);
        try (var connection = flow.jdbc().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select sha256, instance from request.hook where verdict = 'QUARANTINED'")) {
            while (rows.next()) {
                if (rows.getString(2).equals(accepted.get(rows.getString(1)))) {
                    places.merge(rows.getString(1), 1, Integer::sum);
                }
            }
        }
        return places;
    }

    private CompletableFuture<Integer> send(String instance, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/hooks/" + instance))
                .header("X-Api-Key", EmbeddedStack.API_KEY)
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    /** Blanks and tabs at the end make each one different and mean nothing in JSON. */
    private byte[] mutated(List<byte[]> samples) {
        byte[] sample = samples.get(random.nextInt(samples.size()));
        byte[] body = Arrays.copyOf(sample, random.nextInt(4) == 0 ? random.nextInt(sample.length + 1) : sample.length);
        for (int i = random.nextInt(4); i > 0 && body.length > 0; i--) {
            int at = random.nextInt(body.length);
            body[at] = random.nextBoolean() ? (byte) random.nextInt(256) : TOKENS[random.nextInt(TOKENS.length)];
        }
        byte[] different = Arrays.copyOf(body, body.length + 24);
        for (int bit = 0; bit < 24; bit++) {
            different[body.length + bit] = (byte) ((made >> bit & 1) == 0 ? ' ' : '\t');
        }
        made++;
        return different;
    }

    /** Webhooks, or the notes of programs that have none, as JSON and as forms. */
    private static List<byte[]> samples(String source) throws IOException {
        var samples = new ArrayList<byte[]>();
        for (String kind : List.of("hooks", "notes")) {
            Path folder = Path.of("src/test/resources", kind, source);
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        samples.add(Files.readAllBytes(file));
                    }
                }
            }
        }
        assertThat(samples).isNotEmpty();
        return samples;
    }
}
