package conveyarr.request;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conveyarr.events.Topics;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is shown of a hook, and what its replay does. */
@QuarkusTest
@WithTestResource(EmbeddedStack.class)
@WithTestResource(GatewayStack.class)
class InspectorTest {
    @Inject
    RequestFlow flow;

    @BeforeEach
    void the_tables_are_there() {
        await().atMost(Duration.ofSeconds(30)).until(flow::prepared);
    }

    @Test
    void the_same_bytes_again_are_a_duplicate_of_the_first() {
        String type = "Test";
        String mark = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            hook("radarr-4k", "{\"eventType\":\"" + type + "\",\"mark\":\"" + mark + "\"}");
        }
        eventually(() -> assertThat(Incoming.list("?q=" + mark).getList("items.result"))
                .containsExactly("DUPLICATE", "DUPLICATE", "STORED"));
        var items = Incoming.list("?q=" + mark.toUpperCase());
        assertThat(items.getList("items.duplicateOf"))
                .containsExactly(items.getString("items[2].id"), items.getString("items[2].id"), null);
        assertThat(Incoming.list("?result=duplicate&q=" + mark).getList("items"))
                .hasSize(2);
        assertThat(Incoming.list("?result=stored&cursor=" + items.getString("items[1].id") + "&q=" + mark)
                        .getList("items"))
                .hasSize(1);
    }

    @Test
    void what_a_program_says_of_itself_is_the_same_happening_however_often_it_is_told() {
        String mark = UUID.randomUUID().toString();
        String complaint = """
            {"eventType":"Health","type":"IndexerStatusCheck","level":"warning","message":"%s","instanceName":"Prowlarr"}\
            """.formatted(mark);
        hook("prowlarr", complaint);
        hook("prowlarr", complaint + " ");
        eventually(
                () -> assertThat(Incoming.list("?q=" + mark).getList("items")).hasSize(2));
        var said = Incoming.list("?q=" + mark).<String>getList("items.id").stream()
                .map(Incoming::one)
                .toList();
        assertThat(said)
                .allSatisfy(one -> assertThat(one.getString("says[0].media")).isEqualTo("component:prowlarr"));
        assertThat(said.get(0).getString("says[0].occurrence"))
                .isEqualTo(said.get(1).getString("says[0].occurrence"));
    }

    @Test
    void no_key_token_or_passkey_reaches_a_topic_the_api_or_the_log() {
        try (var log = new HeardLog()) {
            String canary = "canary" + UUID.randomUUID().toString().replace("-", "");
            String mark = UUID.randomUUID().toString();
            hook("radarr-4k", """
                {"eventType":"Grab","mark":"%2$s","movie":{"id":1,"title":"x","tmdbId":7401},
                 "release":{"releaseTitle":"A.Release","downloadUrl":"http://prowlarr:9696/1/download?apikey=%1$s&link=x",
                 "guid":"https://tracker.example/%1$s","magnetUrl":"magnet:?xt=urn:btih:aa&tr=http://t/%1$s/announce"},
                 "apiKey":"%3$s","message":"https://u:%1$s@t.example/rss?passkey=%1$s"}\
                """.formatted(canary, mark, EmbeddedStack.API_KEY));
            hook("radarr-4k", "not JSON mark=" + mark + " apikey=" + canary);
            given().queryParam("apikey", canary)
                    .header("Authorization", "Bearer " + canary)
                    .body("{\"passkey\":\"" + canary + "\"}")
                    .post("/hooks/radarr-4k")
                    .then()
                    .statusCode(401);
            eventually(() ->
                    assertThat(Incoming.list("?q=" + mark).getList("items")).hasSize(2));
            var items = Incoming.list("?q=" + mark);
            String shown = items.prettify()
                    + Incoming.list("?result=REJECTED").prettify()
                    + items.<String>getList("items.id").stream()
                            .map(id -> Incoming.one(id).prettify())
                            .toList();
            eventually(() -> assertThat(raw()).anyMatch(record -> text(record).contains(mark)));
            var record = raw().stream()
                    .filter(r -> text(r).contains(mark))
                    .findFirst()
                    .orElseThrow();
            assertThat(TopicReader.header(record, "originalsha256")).hasSize(64);
            assertThat(Integer.parseInt(TopicReader.header(record, "masked"))).isGreaterThan(4);
            assertThat(shown + text(record) + log.text())
                    .contains(mark)
                    .contains("http://prowlarr:9696/***")
                    .doesNotContain(canary)
                    .doesNotContain(EmbeddedStack.API_KEY);
            assertThat(List.of(Topics.HOOKS, Topics.REQUESTS, Topics.dead("request-gateway")))
                    .allSatisfy(topic -> assertThat(TopicReader.all(topic))
                            .noneMatch(r -> (text(r) + r.headers()).contains(canary)));
        }
    }

    @Test
    void a_replay_is_the_same_hook_once_more_and_no_event_more() {
        hook("portal", pending(9501, 7501));
        eventually(() -> assertThat(events(7501)).containsExactly("request.requested.v1"));
        String id = Incoming.list("?q=7501&source=portal").getString("items[0].id");
        eventually(() -> assertThat(Incoming.one(id).getList("produced.kind")).containsExactly("request.requested.v1"));
        post("/" + id + "/replay", Map.of()).statusCode(202);
        eventually(() -> assertThat(raw().stream().filter(r -> text(r).contains("\"7501\"")))
                .hasSize(2));
        var both = raw().stream().filter(r -> text(r).contains("\"7501\"")).toList();
        assertThat(both.get(1).value()).isEqualTo(both.get(0).value());
        assertThat(TopicReader.header(both.get(1), "replayof")).isEqualTo(id);
        assertThat(TopicReader.header(both.get(0), "ce_id")).isEqualTo(id);
        assertThat(TopicReader.header(both.get(1), "ce_id")).isNotEqualTo(id);
        assertThat(TopicReader.header(both.get(1), "ce_time")).isEqualTo(TopicReader.header(both.get(0), "ce_time"));
        var shown = Incoming.one(id);
        assertThat(shown.getList("replays")).hasSize(1);
        assertThat(shown.getString("produced[0].topic")).isEqualTo(Topics.REQUESTS);
        assertThat(shown.getString("produced[0].via")).isEqualTo("hook");
        passed("portal");
        assertThat(events(7501)).containsExactly("request.requested.v1");
    }

    @Test
    void all_hooks_since_a_moment_are_replayed_in_order_after_a_dry_run() {
        Instant from = Instant.now();
        String mark = UUID.randomUUID().toString();
        IntStream.range(0, 5).forEach(i -> hook("sonarr-4k", test(mark, i)));
        eventually(
                () -> assertThat(Incoming.list("?q=" + mark).getList("items")).hasSize(5));
        var order = Map.of("source", "sonarr-4k", "from", from.toString(), "dryRun", true);
        JsonPath plan = post("/replay", order).statusCode(200).extract().jsonPath();
        assertThat(plan.getInt("count")).isEqualTo(5);
        var real = Map.of("source", "sonarr-4k", "from", from.toString(), "to", plan.getString("to"));
        post("/replay", real).statusCode(428);
        var confirmed = new java.util.HashMap<String, Object>(real);
        confirmed.put("confirmToken", plan.getString("confirmToken"));
        assertThat(post("/replay", confirmed)
                        .statusCode(202)
                        .extract()
                        .jsonPath()
                        .getInt("count"))
                .isEqualTo(5);
        eventually(() ->
                assertThat(raw().stream().filter(r -> text(r).contains(mark))).hasSize(10));
        assertThat(raw().stream().map(InspectorTest::text).filter(text -> text.contains(mark)))
                .containsExactlyElementsOf(
                        IntStream.range(0, 10).mapToObj(i -> test(mark, i % 5)).toList());
    }

    @Test
    void what_cannot_be_replayed_is_told_why() {
        String mark = UUID.randomUUID().toString();
        hook("sonarr-4k", "{\"" + mark);
        eventually(
                () -> assertThat(Incoming.list("?q=" + mark).getList("items")).hasSize(1));
        String id = Incoming.list("?q=" + mark).getString("items[0].id");
        post("/" + id + "/replay", Map.of()).statusCode(409).contentType("application/problem+json");
        post("/" + UUID.randomUUID() + "/replay", Map.of()).statusCode(404);
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("source", "nobody", "from", "2026-03-01T12:00:00Z"),
                Map.of("source", "sonarr-4k", "from", "yesterday"),
                Map.of("source", "sonarr-4k", "from", "-999999999-01-01T00:00:00Z"),
                Map.of("source", "sonarr-4k", "from", "2026-03-01T12:00:00Z", "to", "2026-03-01T11:00:00Z"))) {
            post("/replay", wrong).statusCode(400).contentType("application/problem+json");
        }
    }

    private static String test(String mark, int number) {
        return "{\"eventType\":\"Test\",\"mark\":\"%s\",\"number\":%d}".formatted(mark, number);
    }

    private static String pending(int request, int tmdb) {
        return """
            {"notification_type":"MEDIA_PENDING","event":"","subject":"A Movie (2000)","extra":[],
             "media":{"media_type":"movie","tmdbId":"%d","tvdbId":""},
             "request":{"request_id":"%d","requestedBy_username":"ana"}}\
            """.formatted(tmdb, request);
    }

    /** Whatever was published before for this instance has been handled: its records are in one partition. */
    private static void passed(String instance) {
        hook(instance, pending(9599, 7599));
        eventually(() -> assertThat(events(7599)).isNotEmpty());
    }

    private static void hook(String instance, String body) {
        given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .body(body.getBytes(UTF_8))
                .post("/hooks/" + instance)
                .then()
                .statusCode(202);
    }

    private static ValidatableResponse post(String path, Map<String, ?> body) {
        return given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/events/incoming" + path)
                .then();
    }

    private static List<ConsumerRecord<String, byte[]>> raw() {
        return TopicReader.all(Topics.HOOKS);
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), UTF_8);
    }

    private static List<String> events(int tmdb) {
        return TopicReader.eventsAbout(Topics.REQUESTS, "movie:tmdb:" + tmdb);
    }

    private static void eventually(ThrowingRunnable check) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(check);
    }
}
