package conveyarr.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.events.Topics;
import conveyarr.flow.Hook;
import conveyarr.flow.wire.EventWriter;
import conveyarr.flow.wire.Json;
import conveyarr.flow.wire.WireRecord;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicReader;
import conveyarr.testkit.TopicWriter;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can never be handled is listed, and a person hands it over again or lets it go. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class DeadLetterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String GRAB = """
            {"eventType":"Grab","movie":{"id":12,"title":"Stalker","year":1979,"tmdbId":%d},
            "release":{"releaseTitle":"Stalker.1979-GRP","size":1},"downloadId":"%s"}""";

    @Inject
    AcquisitionFlow flow;

    @Inject
    @DataSource("acquisition")
    AgroalDataSource database;

    @TestHTTPResource("/")
    URI address;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void prepared() {
        await().atMost(PATIENCE).until(flow::prepared);
    }

    @Test
    void a_poisoned_record_is_listed_with_its_reason_and_does_not_stop_the_next_one() throws Exception {
        UUID poison = UUID.randomUUID();
        var good = hook(900_001);
        TopicWriter.send(new WireRecord(poison, Topics.HOOKS, "radarr", withoutTime(good, poison), good.value()));
        TopicWriter.send(good);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(TopicReader.eventsAbout(Topics.ACQUISITIONS, "movie:tmdb:900001"))
                        .isNotEmpty());
        var letter = letterOf(poison).orElseThrow();
        assertThat(letter.path("reason").asText()).contains("ce_time");
        assertThat(letter.path("topic").asText()).isEqualTo(Topics.HOOKS);

        String id = letter.path("id").asText();
        var again = post("/api/v1/dead-letters/" + id + "/replay", "");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("It still cannot be handled").contains("ce_time");

        assertThat(post("/api/v1/dead-letters/" + id + "/drop", "{}").statusCode())
                .isEqualTo(400);
        var dropped = post("/api/v1/dead-letters/" + id + "/drop", "{\"reason\":\"a test wrote it\"}");
        assertThat(dropped.statusCode()).isEqualTo(200);
        assertThat(letterOf(poison)).isEmpty();
        assertThat(get("/api/v1/dead-letters/" + id).body())
                .contains("\"outcome\":\"dropped\"")
                .contains("a test wrote it");
    }

    /** As one that an earlier version could not read. */
    @Test
    void a_replayed_letter_goes_through_the_same_listener_with_the_same_ids_however_often() throws Exception {
        UUID id = bury(hook(900_002));
        assertThat(post("/api/v1/dead-letters/" + id + "/replay", "").statusCode())
                .isEqualTo(200);
        assertThat(post("/api/v1/dead-letters/" + id + "/replay", "").statusCode())
                .isEqualTo(200);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(TopicReader.eventsAbout(Topics.ACQUISITIONS, "movie:tmdb:900002"))
                        .containsOnlyOnce("acquisition.release-grabbed.v1"));
        assertThat(post("/api/v1/dead-letters/" + id + "/drop", "{\"reason\":\"late\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void what_is_not_there_is_said_in_one_sentence() throws Exception {
        assertThat(get("/api/v1/dead-letters?service=nobody").body()).contains("acquisition-coordinator");
        assertThat(get("/api/v1/dead-letters?limit=all").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/dead-letters/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(get("/api/v1/dead-letters/none").statusCode()).isEqualTo(404);
        assertThat(post("/api/v1/outbox/acquisition-coordinator/parked/1x/retry", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/api/v1/outbox").body()).contains("acquisition-coordinator");
        assertThat(get("/q/health/well").body())
                .contains("acquisition-coordinator")
                .contains("to publish");
        assertThat(get("/q/metrics").body()).contains("conveyarr_outbox_pending{service=\"acquisition-coordinator\"");
    }

    private static WireRecord hook(int tmdbId) {
        byte[] body = GRAB.formatted(tmdbId, UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        return EventWriter.write(new Hook(UUID.randomUUID(), "radarr", Instant.now(), body), Topics.HOOKS);
    }

    private static HashMap<String, String> withoutTime(WireRecord record, UUID id) {
        var headers = new HashMap<>(record.headers());
        headers.remove("ce_time");
        headers.put("ce_id", id.toString());
        return headers;
    }

    private UUID bury(WireRecord record) throws SQLException {
        UUID id = UUID.randomUUID();
        var sql = """
                insert into acquisition.dead_letter (id, topic, partition, "offset", key, headers, value, reason)
                values (?, ?, 0, 0, ?, ?, ?, 'an earlier version could not read it')""";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.setString(2, record.topic());
            statement.setString(3, record.key());
            statement.setString(4, Json.write(record.headers()));
            statement.setBytes(5, record.value());
            statement.executeUpdate();
        }
        return id;
    }

    private Optional<JsonNode> letterOf(UUID hook) throws Exception {
        JsonNode items = Json.mapper()
                .readTree(get("/api/v1/dead-letters?service=acquisition-coordinator")
                        .body())
                .path("items");
        for (JsonNode item : StreamSupport.stream(items.spliterator(), false).toList()) {
            if (get("/api/v1/dead-letters/" + item.path("id").asText()).body().contains(hook.toString())) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(path, HttpRequest.newBuilder().GET());
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(
                path,
                HttpRequest.newBuilder()
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json"));
    }

    private HttpResponse<String> send(String path, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(
                request.uri(address.resolve(path))
                        .header("X-Api-Key", EmbeddedStack.API_KEY)
                        .build(),
                BodyHandlers.ofString());
    }
}
