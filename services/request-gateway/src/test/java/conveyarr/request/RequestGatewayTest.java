package conveyarr.request;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conveyarr.events.Topics;
import conveyarr.request.core.Delivery;
import conveyarr.simulator.movie.Movie;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;

/** The service on a real broker, a real database and a simulated Seerr. */
@QuarkusTest
@WithTestResource(EmbeddedStack.class)
@WithTestResource(GatewayStack.class)
class RequestGatewayTest {
    @Inject
    Hooks hooks;

    @Test
    void every_sample_is_taken_kept_as_it_is_and_published() throws IOException {
        Map<byte[], String> samples = samples();
        assertThat(samples).hasSizeGreaterThan(60);
        samples.forEach((body, kind) -> post(instance(kind), body));
        eventually(() -> assertThat(rawRecords().map(record -> new String(record.value(), UTF_8)))
                .containsAll(samples.keySet().stream()
                        .map(body -> new String(body, UTF_8))
                        .toList()));
        assertThat(Incoming.list("?source=radarr&type=Grab").getString("items[0].result"))
                .isEqualTo("STORED");
        assertThat(Incoming.list("?result=QUARANTINED&source=radarr").getList("items"))
                .isEmpty();
    }

    private static String instance(String kind) {
        return kind.equals("seerr") ? "portal" : kind;
    }

    private static Map<byte[], String> samples() throws IOException {
        Path folder = Path.of("src/test/resources/hooks");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .collect(Collectors.toMap(
                            RequestGatewayTest::content,
                            file -> folder.relativize(file).getName(0).toString()));
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void the_same_hook_three_times_is_three_deliveries_and_one_event() {
        byte[] pending = seerrHook("MEDIA_PENDING", 9001, 7001);
        for (int i = 0; i < 3; i++) {
            post("portal", pending);
        }
        post("portal", seerrHook("MEDIA_AVAILABLE", 9001, 7001));
        eventually(() -> assertThat(TopicReader.eventsAbout(Topics.REQUESTS, "movie:tmdb:7001"))
                .containsExactly("request.requested.v1", "request.approved.v1", "request.fulfilled.v1"));
        assertThat(rawRecords().filter(record -> Arrays.equals(record.value(), pending)))
                .hasSize(3);
        assertThat(rawRecords().map(record -> TopicReader.header(record, "ce_id")))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_was_declined_approved_and_declined_again_is_told_each_time() {
        for (String type : List.of("DECLINED", "DECLINED", "APPROVED", "DECLINED", "APPROVED")) {
            post("portal", seerrHook("MEDIA_" + type, 9005, 7005));
        }
        post("portal", seerrHook("MEDIA_AVAILABLE", 9005, 7005));
        eventually(() -> assertThat(TopicReader.eventsAbout(Topics.REQUESTS, "movie:tmdb:7005"))
                .containsExactly(
                        "request.requested.v1",
                        "request.declined.v1",
                        "request.approved.v1",
                        "request.declined.v1",
                        "request.approved.v1",
                        "request.fulfilled.v1"));
    }

    @Test
    void a_hook_that_is_moved_again_after_a_crash_is_stored_and_published_once() {
        String type = "Crash-" + UUID.randomUUID();
        byte[] body = ("{\"eventType\":\"" + type + "\"}").getBytes(UTF_8);
        var delivery = new Delivery(
                UUID.fromString("01930000-0000-7000-8000-0000000000ff"),
                "radarr",
                Instant.now(),
                "::1",
                Map.of(),
                body);
        for (int i = 0; i < 2; i++) {
            hooks.keep(delivery).toCompletableFuture().join();
            eventually(() ->
                    assertThat(Incoming.list("?type=" + type).getList("items")).hasSize(1));
        }
        post("radarr", "{\"eventType\":\"Test\",\"after\":\"the crash\"}".getBytes(UTF_8));
        eventually(() -> assertThat(rawTexts()).anyMatch(text -> text.contains("the crash")));
        assertThat(rawTexts().stream().filter(text -> text.contains(type))).hasSize(1);
    }

    @Test
    void a_record_of_the_spool_that_nobody_can_read_is_kept_as_a_file_and_stops_nothing() throws IOException {
        String mark = UUID.randomUUID().toString();
        post("radarr", ("{\"eventType\":\"Test\",\"mark\":\"" + mark + "\"}").getBytes(UTF_8));
        eventually(() -> assertThat(rawTexts()).anyMatch(text -> text.contains(mark)));
        try (Stream<Path> files = Files.list(GatewayStack.data().resolve("spool"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".unreadable")))
                    .singleElement()
                    .extracting(RequestGatewayTest::content)
                    .isEqualTo(GatewayStack.UNREADABLE);
        }
    }

    @Test
    void events_carry_a_reference_and_only_the_people_api_knows_the_name() {
        post("portal", seerrHook("MEDIA_AUTO_APPROVED", 9002, 7002));
        eventually(() -> assertThat(about("movie:tmdb:7002")).hasSize(2));
        String ref = People.ref("portal", "ana");
        assertThat(about("movie:tmdb:7002").getFirst()).contains(ref).doesNotContain("ana\"");
        assertThat(Incoming.get("/api/v1/people").getMap("")).containsEntry(ref, "ana");
    }

    @Test
    void what_is_not_json_is_kept_for_people_and_not_published() {
        String mark = UUID.randomUUID().toString();
        byte[] large = ("{\"mark\":\"" + mark + "\",\"x\":\"" + "x".repeat(3 * 1024 * 1024) + "\"}").getBytes(UTF_8);
        byte[] truncated = ("{\"mark\":\"" + mark + "\",\"eventType\":\"Gra").getBytes(UTF_8);
        byte[] twice = ("{\"mark\":\"" + mark + "\"}{}").getBytes(UTF_8);
        byte[] zero = {'{', '}', 0};
        for (byte[] body : List.of(new byte[0], large, truncated, twice, zero)) {
            post("sonarr", body);
        }
        eventually(() -> assertThat(
                        Incoming.list("?result=QUARANTINED&source=sonarr").getList("items.reason"))
                .containsExactlyInAnyOrder(
                        "empty",
                        "larger than 1 MiB",
                        "not JSON, or truncated",
                        "not JSON: more than one document",
                        "not JSON, or truncated"));
        post("sonarr", "{\"eventType\":\"Test\",\"last\":true}".getBytes(UTF_8));
        eventually(() -> assertThat(rawTexts()).anyMatch(text -> text.contains("\"last\":true")));
        assertThat(rawTexts()).noneMatch(text -> text.contains(mark));
    }

    @Test
    void the_largest_body_that_is_published_fits_into_a_record() {
        String start = "{\"eventType\":\"Test\",\"x\":\"";
        byte[] largest = (start + "y".repeat(1024 * 1024 - start.length() - 2) + "\"}").getBytes(UTF_8);
        assertThat(largest).hasSize(1024 * 1024);
        post("radarr", largest);
        eventually(() -> assertThat(rawRecords().filter(record -> record.value().length == largest.length))
                .hasSize(1));
    }

    @Test
    void an_unknown_type_is_published_and_shown_with_all_that_came_but_the_keys() {
        String type = "Novelty-" + UUID.randomUUID();
        post("radarr", ("{\"eventType\":\"" + type + "\"}").getBytes(UTF_8));
        eventually(() -> assertThat(Incoming.list("?type=" + type).getList("items.result"))
                .containsExactly("NOT_UNDERSTOOD"));
        assertThat(rawTexts()).anyMatch(text -> text.contains(type));
        var detail = Incoming.one(Incoming.list("?type=" + type).getString("items[0].id"));
        assertThat(detail.getString("body")).contains(type);
        assertThat(detail.getString("headers.x-api-key")).isEqualTo("***");
        assertThat(detail.getString("bodySha256")).hasSize(64);
        assertThat(detail.prettify()).doesNotContain(EmbeddedStack.API_KEY);
    }

    @Test
    void hostile_text_in_a_type_stops_nothing() {
        post("radarr", "{\"eventType\":\"a\\u0000b\\ud800\"}".getBytes(UTF_8));
        post("portal", seerrHook("MEDIA_PENDING", 9003, 7003, "an\\u0000na \\ud800"));
        eventually(() -> assertThat(Incoming.list("?type=a%3Fb%3F").getList("items.result"))
                .containsExactly("NOT_UNDERSTOOD"));
        eventually(() -> assertThat(about("movie:tmdb:7003")).hasSize(1));
    }

    @Test
    void the_list_is_read_page_by_page_and_says_what_a_hook_means() {
        for (int i = 0; i < 5; i++) {
            post("portal", seerrHook("MEDIA_FAILED", 9100 + i, 7100 + i));
        }
        eventually(() ->
                assertThat(Incoming.list("?type=MEDIA_FAILED").getList("items")).hasSizeGreaterThanOrEqualTo(5));
        var first = Incoming.list("?type=MEDIA_FAILED&source=portal&limit=2");
        var second = Incoming.list("?type=MEDIA_FAILED&source=portal&limit=2&after=" + first.getString("next"));
        List<String> ids = Stream.of(first, second)
                .flatMap(page -> page.<String>getList("items.id").stream())
                .toList();
        assertThat(ids).hasSize(4).doesNotHaveDuplicates().isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(Incoming.one(ids.getFirst()).getList("says.kind")).containsExactly("RequestSeen");
    }

    @Test
    void a_request_whose_hooks_all_got_lost_is_found_by_the_poll() {
        var seerr = GatewayStack.simulated.seerr();
        int wanted = seerr.request(Movie.of(7201, "Lost Hooks", 2001), "ben");
        eventually(() -> assertThat(events(7201)).containsExactly("request.requested.v1"));
        seerr.decline(wanted);
        eventually(() -> assertThat(events(7201)).containsExactly("request.requested.v1", "request.declined.v1"));
        assertThat(about("movie:tmdb:7201").getFirst())
                .contains("\"title\":\"Lost Hooks\"")
                .contains(People.ref("seerr", "ben"));
    }

    @Test
    void a_request_that_was_deleted_is_withdrawn_but_not_while_seerr_is_away() {
        var seerr = GatewayStack.simulated.seerr();
        int wanted = seerr.request(Movie.of(7301, "Changed My Mind", 2002), "ben");
        int kept = seerr.request(Movie.of(7302, "Still Wanted", 2003), "ben");
        eventually(() -> assertThat(events(7302)).containsExactly("request.requested.v1"));
        eventually(() -> assertThat(events(7301)).containsExactly("request.requested.v1"));
        seerr.goAway();
        seerr.delete(wanted);
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(events(7301)).containsExactly("request.requested.v1"));
        seerr.comeBack();
        eventually(() -> assertThat(events(7301)).containsExactly("request.requested.v1", "request.withdrawn.v1"));
        assertThat(seerr.status(kept)).isEqualTo(1);
        assertThat(events(7302)).containsExactly("request.requested.v1");
    }

    private static void post(String instance, byte[] body) {
        given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .contentType("application/json")
                .body(body)
                .post("/hooks/" + instance)
                .then()
                .statusCode(202);
    }

    private static byte[] seerrHook(String type, int request, int tmdb) {
        return seerrHook(type, request, tmdb, "ana");
    }

    private static byte[] seerrHook(String type, int request, int tmdb, String user) {
        return """
                {"notification_type":"%s","event":"","subject":"A Movie (2000)","extra":[],
                 "media":{"media_type":"movie","tmdbId":"%d","tvdbId":""},
                 "request":{"request_id":"%d","requestedBy_username":"%s"}}""".formatted(type, tmdb, request, user).getBytes(UTF_8);
    }

    private static Stream<ConsumerRecord<String, byte[]>> rawRecords() {
        return TopicReader.all(Topics.HOOKS).stream();
    }

    private static List<String> rawTexts() {
        return rawRecords().map(record -> new String(record.value(), UTF_8)).toList();
    }

    private static List<String> events(int tmdb) {
        return TopicReader.eventsAbout(Topics.REQUESTS, "movie:tmdb:" + tmdb);
    }

    private static List<String> about(String media) {
        return TopicReader.all(Topics.REQUESTS).stream()
                .filter(record -> media.equals(record.key()))
                .map(record -> new String(record.value(), UTF_8))
                .toList();
    }

    private static void eventually(ThrowingRunnable check) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(check);
    }
}
