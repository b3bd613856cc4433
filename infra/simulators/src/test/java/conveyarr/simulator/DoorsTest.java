package conveyarr.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.movie.Movie;
import conveyarr.simulator.wire.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorsTest {
    @TempDir
    Path folder;

    final Receiver receiver = new Receiver();
    final HttpClient http = HttpClient.newHttpClient();
    SimulatedStack stack;

    @BeforeEach
    void start() {
        Keys keys = new Keys("s", "r", "so", "j", "g", "admin", "adminadmin");
        stack = SimulatedStack.start(
                StackConfig.fast(folder, receiver.url(), "k").with(keys));
    }

    @AfterEach
    void stop() {
        stack.close();
        receiver.close();
    }

    @Test
    void seerr_tells_no_key_from_a_wrong_key() throws Exception {
        URI requests = stack.seerr().url().resolve("/api/v1/request");
        assertThat(get(requests).statusCode()).isEqualTo(401);
        assertThat(get(requests, "X-Api-Key", "").statusCode()).isEqualTo(401);
        assertThat(get(requests, "X-Api-Key", "x").statusCode()).isEqualTo(403);
        assertThat(get(requests, "X-Api-Key", "s").statusCode()).isEqualTo(200);
        assertThat(get(stack.seerr().url().resolve("/api/v1/status")).body()).contains("\"version\":\"3.1.0\"");
        assertThat(get(requests.resolve("request?filter=nonsense"), "X-Api-Key", "s")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void seerr_creates_by_api_as_admin_and_refuses_a_duplicate() throws Exception {
        stack.catalogue().add(Movie.of(593, "Solaris", 1972));
        URI requests = stack.seerr().url().resolve("/api/v1/request");
        String body = "{\"mediaType\":\"movie\",\"mediaId\":593}";
        HttpResponse<String> created = post(requests, body, "X-Api-Key", "s");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(Json.read(created.body()).path("status").asInt()).isEqualTo(2);
        assertThat(post(requests, body, "X-Api-Key", "s").statusCode()).isEqualTo(409);
        JsonNode before = Json.read(created.body());
        await().until(() -> stack.seerr().status(1) == 5);
        JsonNode after =
                Json.read(get(requests.resolve("request/1"), "X-Api-Key", "s").body());
        assertThat(after.path("updatedAt")).isEqualTo(before.path("updatedAt"));
        assertThat(after.path("media").path("externalServiceId").asInt()).isEqualTo(1);
        assertThat(get(requests.resolve("request/99"), "X-Api-Key", "s").statusCode())
                .isEqualTo(404);
    }

    @Test
    void seerrs_webhook_payload_has_to_be_encoded_twice() throws Exception {
        URI slot = stack.seerr().url().resolve("/api/v1/settings/notifications/webhook");
        ObjectNode settings = (ObjectNode) Json.read(get(slot, "X-Api-Key", "s").body());
        ObjectNode options = (ObjectNode) settings.get("options");
        String once = options.get("jsonPayload").textValue();
        URI test = URI.create(slot + "/test");
        assertThat(post(test, Json.compact(settings), "X-Api-Key", "s").statusCode())
                .isEqualTo(500);
        options.put("jsonPayload", Json.compact(once));
        assertThat(post(test, Json.compact(settings), "X-Api-Key", "s").statusCode())
                .isEqualTo(204);
        assertThat(receiver.hook("TEST_NOTIFICATION")).isEqualTo(Receiver.sample("seerr-webhook-test.json"));
        assertThat(post(slot, Json.compact(settings), "X-Api-Key", "s").statusCode())
                .isEqualTo(200);
        assertThat(Json.read(get(slot, "X-Api-Key", "s").body())
                        .path("options")
                        .path("jsonPayload")
                        .asText())
                .isEqualTo(once);
    }

    @Test
    void radarr_answers_a_wrong_key_with_nothing_and_ping_without_one() throws Exception {
        URI movies = stack.radarr().url().resolve("/api/v3/movie");
        HttpResponse<String> refused = get(movies, "X-Api-Key", "x");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).isEmpty();
        assertThat(get(URI.create(movies + "?apikey=x"), "X-Api-Key", "r").statusCode())
                .isEqualTo(401);
        assertThat(get(movies, "X-Api-Key", "r").body()).isEqualTo("[]");
        assertThat(get(stack.radarr().url().resolve("/ping")).body()).isEqualTo("{\"status\":\"OK\"}");
        assertThat(post(URI.create(movies.resolve("command").toString()), "{\"name\":\"Nonsense\"}", "X-Api-Key", "r")
                        .statusCode())
                .isEqualTo(500);
    }

    @Test
    void radarr_tests_a_connection_before_it_saves_it() throws Exception {
        URI connections = stack.radarr().url().resolve("/api/v3/notification");
        ObjectNode body = Json.of(
                "name",
                "second",
                "implementation",
                "Webhook",
                "onGrab",
                true,
                "fields",
                List.of(Json.of("name", "url", "value", receiver.url() + "/hooks/other")));
        assertThat(post(connections, Json.compact(body), "X-Api-Key", "r").statusCode())
                .isEqualTo(201);
        assertThat(Receiver.shape(receiver.hook("Test")))
                .isEqualTo(Receiver.shape(Receiver.sample("radarr-webhook-test.json")));
        assertThat(post(connections, Json.compact(body), "X-Api-Key", "r").statusCode())
                .isEqualTo(400);
        receiver.answer(401);
        HttpResponse<String> refused = post(connections, Json.compact(body.put("name", "third")), "X-Api-Key", "r");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Json.read(refused.body()).path(0).path("propertyName").asText())
                .isEqualTo("Url");
    }

    @Test
    void radarr_tells_of_health_and_of_its_end() throws Exception {
        stack.radarr().raiseHealth("IndexerStatusCheck", "error", "All indexers are unavailable due to failures");
        JsonNode health = Json.read(get(stack.radarr().url().resolve("/api/v3/health"), "X-Api-Key", "r")
                .body());
        assertThat(health.path(0).path("source").asText()).isEqualTo("IndexerStatusCheck");
        stack.radarr().clearHealth("IndexerStatusCheck");
        assertThat(receiver.seen()).containsExactly("Health", "HealthRestored");
        assertThat(Receiver.shape(receiver.hook("Health")))
                .isEqualTo(Receiver.shape(Receiver.sample("webhook-health.json")));
        assertThat(Receiver.shape(receiver.hook("HealthRestored")))
                .isEqualTo(Receiver.shape(Receiver.sample("webhook-health-restored.json")));
    }

    @Test
    void gluetun_wants_its_role_key_and_does_not_restart_a_crashed_vpn() throws Exception {
        URI status = stack.gluetun().url().resolve("/v1/vpn/status");
        assertThat(get(status).statusCode()).isEqualTo(401);
        assertThat(get(status, "X-API-Key", "g").body()).isEqualTo("{\"status\":\"running\"}\n");
        assertThat(get(status, "X-API-Key", "g").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        stack.gluetun().dropVpn();
        HttpRequest start = HttpRequest.newBuilder(status)
                .header("X-API-Key", "g")
                .PUT(BodyPublishers.ofString("{\"status\":\"running\"}"))
                .build();
        assertThat(http.send(start, BodyHandlers.ofString()).body()).isEqualTo("{\"outcome\":\"already crashed\"}\n");
        assertThat(get(status.resolve("/v1/portforward"), "X-API-Key", "g").body())
                .isEqualTo("{\"port\":0}\n");
        stack.gluetun().restoreVpn();
        assertThat(get(status.resolve("/v1/portforward"), "X-API-Key", "g").body())
                .isEqualTo("{\"port\":50673}\n");
    }

    @Test
    void jellyfin_takes_the_new_authorisation_only() throws Exception {
        URI items = stack.jellyfin().url().resolve("/Items");
        assertThat(get(items).statusCode()).isEqualTo(401);
        assertThat(get(items, "X-Emby-Token", "j").statusCode()).isEqualTo(401);
        assertThat(get(items, "Authorization", "MediaBrowser Client=\"c\", Token=\"j\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(URI.create(items + "?ApiKey=j")).statusCode()).isEqualTo(200);
        assertThat(get(items.resolve("/health")).body()).isEqualTo("Healthy");
    }

    private HttpResponse<String> get(URI at, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(at);
        return http.send(
                (headers.length > 0 ? request.headers(headers) : request).build(), BodyHandlers.ofString(UTF_8));
    }

    private HttpResponse<String> post(URI at, String body, String... headers) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(at)
                .headers(headers)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString(UTF_8));
    }
}
