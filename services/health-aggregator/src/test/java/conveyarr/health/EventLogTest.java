package conveyarr.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import conveyarr.events.MediaId;
import conveyarr.events.Topics;
import conveyarr.flow.wire.EventWriter;
import conveyarr.flow.wire.Json;
import conveyarr.flow.wire.WireRecord;
import conveyarr.health.timeline.Timeline;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicWriter;
import conveyarr.testkit.docs.MetricNames;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log of all topics on a real broker and a real database. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(SimulatedPrograms.class)
class EventLogTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Inject
    HealthFlow flow;

    @TestHTTPResource("/api/v1/events/stream")
    URI stream;

    @BeforeEach
    void prepared() {
        await().atMost(LIMIT).until(flow::prepared);
    }

    @Test
    void an_event_that_comes_twice_is_in_the_log_once_and_is_found_by_topic_kind_and_title() {
        var movie = MediaId.movie(7001);
        tell(movie);
        tell(movie);
        String about = "&media=" + movie.key();
        await().atMost(LIMIT)
                .untilAsserted(() -> api("/events?limit=50" + about).body("items", hasSize(7)));
        api("/events?topic=downloads" + about)
                .body("items.kind", equalTo(List.of("DOWNLOAD_COMPLETED")))
                .body("items[0].topic", equalTo(Topics.DOWNLOADS))
                .body("items[0].requestId", equalTo(Timeline.of(movie).requestId()))
                .body("items[0].eventId", notNullValue());
        api("/events?kind=media_requested" + about).body("items.text", contains("ana asked for it"));
        var first = api("/events?limit=5" + about).body("items", hasSize(5)).extract();
        String next = first.path("next");
        api("/events?limit=5&cursor=" + next + about).body("items", hasSize(2)).body("next", equalTo(null));
        int seq = first.path("items[2].seq");
        api("/events?after=" + seq + about)
                .body("items", hasSize(2))
                .body("items.about", everyItem(equalTo(movie.key())));
        page("/events/log?kind=MEDIA_REQUESTED")
                .body(containsString("<option selected>MEDIA_REQUESTED</option>"))
                .body(containsString("ana asked for it"))
                .body(not(containsString("library.available.v1")));
        page("/events/log?kind=NOTHING").body(containsString("library.available.v1"));
        api("/events?topic=hooks").statusCode(400).body("hint", notNullValue());
        api("/events?kind=NOTHING").statusCode(400);
        api("/events?cursor=x").statusCode(400);
    }

    @Test
    void numbers_have_no_holes_however_often_events_come() throws Throwable {
        var movie = MediaId.movie(7004);
        tell(movie);
        tell(movie);
        await().atMost(LIMIT).untilAsserted(() -> api("/events?limit=50&media=" + movie.key())
                .body("items", hasSize(7)));
        assertThat(database("select (max(seq) - min(seq) + 1 - count(*))::text from health.event_log"))
                .isEqualTo("0");
    }

    @Test
    void what_can_never_be_read_is_buried_alone_and_can_be_handed_to_the_listener_of_many_again() throws Throwable {
        var movie = MediaId.movie(7003);
        var good = wire(life(movie).getFirst());
        UUID poison = UUID.randomUUID();
        TopicWriter.send(new WireRecord(poison, good.topic(), good.key(), Map.of("ce_id", "" + poison), good.value()));
        TopicWriter.send(good);
        await().atMost(LIMIT)
                .untilAsserted(() -> api("/events?media=" + movie.key()).body("items", hasSize(1)));
        String open = "items.find { it.key == '" + movie.key() + "' }";
        String letter = api("/dead-letters?service=health-aggregator")
                .body(open + ".reason", containsString("ce_type"))
                .extract()
                .path(open + ".id");
        assertThat(replay(letter)).isEqualTo(409);
        database("with bare as (update health.dead_letter set headers = '" + Json.write(good.headers())
                + "' where id = '" + letter + "' returning 1) select count(*)::text from bare");
        assertThat(replay(letter)).isEqualTo(200);
        api("/dead-letters?service=health-aggregator").body(open, nullValue());
    }

    private static int replay(String letter) {
        return given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .post("/api/v1/dead-letters/" + letter + "/replay")
                .statusCode();
    }

    private String database(String sql) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() ->
                flow.inTransaction(tx -> tx.createNativeQuery(sql, String.class).getSingleResult()));
    }

    @Test
    void who_connects_again_misses_nothing_and_gets_nothing_twice() throws Exception {
        var movie = MediaId.movie(7002);
        URI about = URI.create(stream + "?media=" + movie.key());
        var life = life(movie);
        try (var first = stream(about, "0")) {
            life.subList(0, 3).forEach(EventLogTest::tell);
            await().atMost(LIMIT).until(() -> ids(first).size() == 3);
            assertThat(first.header("X-Accel-Buffering")).isEqualTo("no");
            life.subList(3, 5).forEach(EventLogTest::tell);
            await().atMost(LIMIT)
                    .untilAsserted(() -> api("/events?media=" + movie.key()).body("items", hasSize(5)));
            var seen = new ArrayList<>(ids(first).subList(0, 3));
            try (var second = stream(about, seen.getLast())) {
                life.subList(5, 7).forEach(EventLogTest::tell);
                await().atMost(LIMIT).until(() -> ids(second).size() == 4);
                seen.addAll(ids(second));
                assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSortedAccordingTo(EventLogTest::bySeq);
                assertThat(second.lines()).anyMatch(line -> line.startsWith("data:{\"seq\":"));
            }
        }
    }

    @Test
    void the_overview_is_whole_and_an_answer_that_is_known_is_not_sent_again() {
        api("/overview")
                .statusCode(200)
                .body("verdict.tone", equalTo("bad"))
                .body("verdict.text", containsString("you"))
                .body("counts.inProgress", notNullValue())
                .body("stack.id", hasItem("gluetun"))
                .body("ingest.received", equalTo(31));
        api("/stages?days=30").statusCode(200).body("stages", hasSize(6)).body("whole.count", notNullValue());
        api("/stages?days=0").statusCode(400);
        api("/requests?kind=film").statusCode(400).body("hint", containsString("movie"));
        String tag = api("/requests?kind=book").statusCode(200).extract().header("ETag");
        given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .header("If-None-Match", tag)
                .get("/api/v1/requests?kind=book")
                .then()
                .statusCode(304)
                .body(equalTo(""));
    }

    @Test
    void what_was_kept_before_is_counted_as_what_is_told_now_whatever_characters_a_title_has() throws Throwable {
        String where = " from health.timeline where words like '%zero%counted%'";
        Told.life(MediaId.movie(7105), "Zero \u0000 and \\u0000 Counted")
                .forEach(told -> TopicWriter.tell(told.event(), told.occurrence()));
        await().atMost(LIMIT).untilAsserted(() -> api("/requests?q=zero&stage=available")
                .body("items.title", hasItem("Zero  and \\u0000 Counted")));
        api("/stages?days=365").statusCode(200).body("whole.count", notNullValue());
        String told = database("select took_seconds || head" + where);
        assertThat(told).startsWith("360{");
        database(
                "with old as (update health.timeline set took_seconds = null, head = replace(head, 'Zero  and', 'Zero \\u0000\\u0000 and')"
                        + " where words like '%zero%counted%' returning 1) select count(*)::text from old");
        for (String change : Files.readString(Path.of("src/main/resources/db/health/V104__counts.sql"))
                .replaceAll("(?m)^--.*$", "")
                .split(";")) {
            if (change.strip().startsWith("update timeline")) {
                database("with again as (" + change.strip().replaceFirst("timeline", "health.timeline")
                        + " returning 1) select count(*)::text from again");
            }
        }
        assertThat(database("select took_seconds || head" + where)).isEqualTo(told);
    }

    @Test
    void what_the_metrics_promise_is_there() throws Exception {
        var promised = MetricNames.of("health-aggregator", Path.of("../.."));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(
                        MetricNames.in(given().get("/q/metrics").asString()))
                .containsAll(withoutWork(promised)));
    }

    /** No download client is configured here, so nothing is said of any. */
    private static Set<String> withoutWork(Set<String> promised) {
        return promised.stream()
                .filter(name -> !name.startsWith("conveyarr_downloads"))
                .collect(Collectors.toSet());
    }

    @Test
    void a_muted_check_says_until_when_and_an_incident_tells_what_is_away() {
        await().atMost(LIMIT).untilAsserted(() -> api("/incidents?open=true")
                .body("items.find { it.about == 'radarr' }.cause", equalTo("program_down")));
        given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .post("/api/v1/health/gluetun/mute?minutes=5")
                .then()
                .statusCode(200)
                .body("mutedUntil", notNullValue());
        api("/health").body("checks.find { it.id == 'gluetun' }.mutedUntil", notNullValue());
        given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .post("/api/v1/health/gluetun/mute?minutes=0")
                .then()
                .statusCode(200);
        api("/health").body("checks.find { it.id == 'gluetun' }.mutedUntil", equalTo(null));
        given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .post("/api/v1/health/nobody/mute")
                .then()
                .statusCode(404);
        api("/incidents?days=none").statusCode(400);
    }

    private static int bySeq(String one, String other) {
        return Long.compare(Long.parseLong(one), Long.parseLong(other));
    }

    private static Stream stream(URI at, String last) throws Exception {
        return new Stream(at, "X-Api-Key", EmbeddedStack.API_KEY, "Last-Event-ID", last);
    }

    private static List<String> ids(Stream stream) {
        return stream.lines().stream()
                .filter(line -> line.startsWith("id:"))
                .map(line -> line.substring("id:".length()).strip())
                .toList();
    }

    private static List<Told> life(MediaId movie) {
        return Told.life(movie, "Logged");
    }

    private static void tell(MediaId movie) {
        life(movie).forEach(EventLogTest::tell);
    }

    private static void tell(Told told) {
        TopicWriter.send(wire(told));
    }

    /** Told now: the log does not take what is older than 30 days. */
    private static WireRecord wire(Told told) {
        return EventWriter.write(
                told.event(), told.occurrence(), told.occurrence().id(), Instant.now());
    }

    private static ValidatableResponse page(String path) {
        return given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .get(path)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse api(String path) {
        return given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .urlEncodingEnabled(false)
                .get("/api/v1" + path)
                .then();
    }
}
