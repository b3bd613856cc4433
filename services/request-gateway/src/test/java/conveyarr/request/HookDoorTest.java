package conveyarr.request;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;

import conveyarr.testkit.EmbeddedStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may bring hooks, and what they are answered. */
@QuarkusTest
@WithTestResource(EmbeddedStack.class)
@WithTestResource(GatewayStack.class)
class HookDoorTest {
    private static final String BODY = "{\"notification_type\":\"TEST_NOTIFICATION\"}";
    private static final String OWN = GatewayStack.HOOK_KEY;

    @Inject
    RequestFlow flow;

    /** The door is open at once, but the list of what came through it is in the database. */
    @BeforeEach
    void the_tables_are_there() {
        await().atMost(Duration.ofSeconds(30)).until(flow::prepared);
    }

    @Test
    void the_own_key_and_the_api_key_open_the_door_in_every_form() {
        for (String key : new String[] {OWN, EmbeddedStack.API_KEY}) {
            String basic = Base64.getEncoder().encodeToString(("anyone:" + key).getBytes(UTF_8));
            accepts("X-Api-Key", key);
            accepts("Authorization", key);
            accepts("Authorization", "Bearer " + key);
            accepts("Authorization", "bearer " + key);
            accepts("Authorization", "Basic " + basic);
            given().queryParam("apikey", key)
                    .body(BODY)
                    .post("/hooks/portal")
                    .then()
                    .statusCode(202);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x=%zz", "apikey=100%", "%", "apikey=%u0041"})
    void a_query_that_cannot_be_read_is_a_bad_request(String query) throws IOException {
        assertThat(answer(query, OWN)).startsWith("HTTP/1.1 400");
    }

    /** Java's own clients refuse to send such a query. */
    private static String answer(String query, String key) throws IOException {
        String call = "POST /hooks/portal?" + query + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\nX-Api-Key: "
                + key + "\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY;
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(call.getBytes(UTF_8));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
        }
    }

    private static void accepts(String header, String value) {
        given().header(header, value)
                .body(BODY)
                .post("/hooks/portal")
                .then()
                .statusCode(202)
                .body(emptyString());
        given().header(header, value).body(BODY).put("/hooks/portal/").then().statusCode(202);
    }

    @Test
    void an_instance_without_a_key_of_its_own_takes_the_api_key() {
        given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .body(BODY)
                .post("/hooks/sonarr")
                .then()
                .statusCode(202);
        given().header("X-Api-Key", "").body(BODY).post("/hooks/sonarr").then().statusCode(401);
    }

    @Test
    void a_wrong_or_missing_key_is_told_what_would_be_right_and_shown_as_rejected() {
        String source = "portal";
        given().header("X-Api-Key", "radarr-hook-key")
                .body(BODY)
                .post("/hooks/" + source)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("hint", containsString("hook-key"));
        given().body(BODY).post("/hooks/" + source).then().statusCode(401);
        given().header("Authorization", "Basic ***")
                .body(BODY)
                .post("/hooks/portal")
                .then()
                .statusCode(401);
        var rejected = incoming("?result=REJECTED&source=" + source + "&limit=3");
        assertThat(rejected.getList("items.reason")).containsExactly("wrong key", "no key", "wrong key");
        assertThat(rejected.getList("items.status")).containsOnly(401);
        assertThat(rejected.prettify()).doesNotContain("radarr-hook-key");
    }

    @Test
    void an_unknown_instance_is_named_to_the_owner_alone() {
        String unknown = "/hooks/radar-" + UUID.randomUUID();
        given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .body(BODY)
                .post(unknown)
                .then()
                .statusCode(404)
                .body(
                        "hint",
                        containsString(
                                "gluetun, lidarr, portal, prowlarr, qbittorrent, radarr, radarr-4k, readarr, sabnzbd, seerr, sonarr, sonarr-4k"));
        given().header("X-Api-Key", OWN).body(BODY).post(unknown).then().statusCode(401);
        given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .body(BODY)
                .post("/hooks/")
                .then()
                .statusCode(404);
        given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .body(BODY)
                .post("/hooks")
                .then()
                .statusCode(404);
    }

    @Test
    void only_post_and_put_bring_hooks() {
        given().header("X-Api-Key", OWN)
                .get("/hooks/portal")
                .then()
                .statusCode(405)
                .header("Allow", "POST, PUT");
        given().header("X-Api-Key", OWN).delete("/hooks/portal").then().statusCode(405);
    }

    @Test
    void eight_mebibytes_are_taken_and_a_byte_more_is_not() throws Exception {
        int limit = 8 * 1024 * 1024;
        assertThat(post(HttpRequest.BodyPublishers.ofByteArray(new byte[limit])))
                .isEqualTo(202);
        assertThat(post(chunked(limit))).isEqualTo(202);
        assertThat(post(HttpRequest.BodyPublishers.ofByteArray(new byte[limit + 1])))
                .isEqualTo(413);
        assertThat(post(chunked(limit + 1))).isEqualTo(413);
    }

    private static HttpRequest.BodyPublisher chunked(int size) {
        return HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size]));
    }

    private static int post(HttpRequest.BodyPublisher body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/hooks/portal"))
                .header("X-Api-Key", OWN)
                .POST(body)
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void a_sender_that_waits_to_be_asked_for_the_body_is_asked() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/hooks/portal"))
                .header("X-Api-Key", OWN)
                .expectContinue(true)
                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(202);
        }
    }

    @Test
    void the_list_of_hooks_needs_the_api_key_and_sensible_questions() {
        given().get("/api/v1/events/incoming").then().statusCode(401);
        given().get("/api/v1/people").then().statusCode(401);
        for (String wrong : new String[] {
            "result=MAYBE", "limit=0", "limit=many", "after=yesterday", "q=%00", "source=%00", "type=%00"
        }) {
            given().header("X-Api-Key", EmbeddedStack.API_KEY)
                    .urlEncodingEnabled(false)
                    .get("/api/v1/events/incoming?" + wrong)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .get("/api/v1/events/incoming/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    private static io.restassured.path.json.JsonPath incoming(String query) {
        return Incoming.list(query);
    }
}
