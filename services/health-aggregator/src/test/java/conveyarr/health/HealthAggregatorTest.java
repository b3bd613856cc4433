package conveyarr.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import conveyarr.events.AcquisitionEvent.AcquisitionStarted;
import conveyarr.events.EventCatalog;
import conveyarr.events.HealthEvent.ComponentWentDown;
import conveyarr.events.MediaId;
import conveyarr.events.RequestEvent.MediaRequested;
import conveyarr.events.RequestId;
import conveyarr.events.Topics;
import conveyarr.health.timeline.Timeline;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicReader;
import conveyarr.testkit.TopicWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The service on a real broker and a real database. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(SimulatedPrograms.class)
class HealthAggregatorTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Inject
    HealthFlow flow;

    @Inject
    Timelines timelines;

    @TestHTTPResource("/ui/live")
    URI live;

    @BeforeEach
    void prepared() {
        await().atMost(LIMIT).until(flow::prepared);
    }

    @Test
    void a_life_that_comes_shuffled_and_doubled_is_available_with_seven_stage_times() {
        var movie = MediaId.movie(603);
        tellShuffled(Told.life(movie, "The Matrix"));
        String id = Timeline.of(movie).requestId();
        await().atMost(LIMIT).untilAsserted(() -> api("/requests/" + id)
                .statusCode(200)
                .body("stage", equalTo("AVAILABLE"))
                .body("tone", equalTo("ok"))
                .body("stages", hasSize(7))
                .body("stages.enteredAt", not(hasItem(nullValue())))
                .body("stages.enteredAt[0]", equalTo("2026-11-20T12:00:00Z"))
                .body("stages.leftAt[6]", nullValue())
                .body("stages.seconds[0]", equalTo(60))
                .body("stages.attempts[3]", equalTo(1)));
        api("/requests?q=the%20matrix&stage=available&user=ana&limit=1")
                .body("items", hasSize(1))
                .body(
                        "items[0].keySet()",
                        equalTo(Set.of(
                                "id",
                                "title",
                                "year",
                                "kind",
                                "scope",
                                "requestedBy",
                                "stage",
                                "tone",
                                "progress",
                                "eta",
                                "since",
                                "cause",
                                "updatedAt")))
                .body("items[0].id", equalTo(id))
                .body("items[0].title", equalTo("The Matrix"))
                .body("items[0].year", equalTo(1999))
                .body("items[0].kind", equalTo("movie"))
                .body("items[0].requestedBy", equalTo("ana"))
                .body("items[0].cause", nullValue())
                .body("next", nullValue());
        api("/requests/" + id + "/timeline")
                .body("items", hasSize(7))
                .body("items.kind[3]", equalTo("RELEASE_GRABBED"))
                .body("items.text[0]", equalTo("ana asked for it"))
                .body("items.topic[6]", equalTo(Topics.LIBRARY))
                .body("items.source[2].kind", equalTo("radarr"))
                .body("items.via[0]", equalTo("hook"))
                .body("items.eventId[0]", notNullValue())
                .body("items.data[0].title", equalTo("The Matrix"));
        api("/requests/" + id + "/timeline?after=5").body("items.seq", containsInAnyOrder(6, 7));
        assertThat(TopicReader.all(Topics.TIMELINES)).isNotEmpty();
    }

    @Test
    @Timeout(15)
    void a_process_that_does_not_answer_is_named_and_holds_up_no_page() {
        SimulatedPrograms.whileTheGatewayHangs(() -> page("/settings/restart")
                .then()
                .statusCode(200)
                .body(containsString("Waiting for"))
                .body(containsString("request-gateway")));
    }

    @Test
    void every_word_for_a_kind_is_offered_to_whoever_adds_a_program() {
        page("/setup/find")
                .then()
                .statusCode(200)
                .body(containsString("<option>overseerr</option>"))
                .body(containsString("<option>redis</option>"));
    }

    @Test
    void the_page_shows_the_story_and_treats_a_title_as_text() {
        var movie = MediaId.movie(604);
        String hostile = "<script>alert(1)</script> & \"co\"";
        Told.life(movie, hostile).forEach(HealthAggregatorTest::tell);
        String page = "/requests/" + Timeline.of(movie).requestId();
        await().atMost(LIMIT).untilAsserted(() -> page(page)
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("script-src 'self'; style-src 'self'"))
                .contentType("text/html")
                .body(containsString("<bdi>ana asked for it</bdi>"))
                .body(containsString("<h1><bdi>"))
                .body(containsString(
                        "<span class=\"word\"><span aria-hidden=\"true\">●</span> <b>Downloading</b></span>"))
                .body(containsString("jellyfin lists it: ready to watch"))
                .body(containsString("<time datetime=\"2026-11-20T12:06:00Z\">"))
                .body(containsString("&lt;script&gt;alert(1)"))
                .body(not(containsString("<script>alert"))));
        for (String list : List.of("/requests", "/requests?q=alert&stage=available")) {
            page(list)
                    .then()
                    .statusCode(200)
                    .body(containsString("&lt;script&gt;"))
                    .body(containsString("Available"));
        }
        page("/requests?q=alert&kind=movie").then().body(containsString("&lt;script&gt;"));
        page("/requests?q=alert&kind=tv")
                .then()
                .body(containsString("hidden by the filter"))
                .body(containsString("Kind: Series"));
        page("/requests?q=alert&kind=film").then().body(containsString("&lt;script&gt;"));
        page("/requests?q=nothing-like-it").then().body(containsString("hidden by the filter"));
        page("/requests/rq_000000000000").then().statusCode(404).body(containsString("no such request"));
        for (String file : List.of("/ui/live.js", "/ui/conveyarr.css", "/webjars/htmx.org/2.0.8/dist/htmx.min.js")) {
            given().get(file).then().statusCode(200);
        }
    }

    @Test
    void rows_that_are_lost_come_back_from_the_topic_as_they_were_and_nothing_is_sent() throws Throwable {
        var movies = List.of(MediaId.movie(671), MediaId.movie(672), MediaId.movie(673));
        movies.forEach(movie -> tellShuffled(Told.life(movie, "Rebuilt " + movie.value())));
        await().atMost(LIMIT)
                .untilAsserted(() -> api("/requests?q=rebuilt&stage=available").body("items", hasSize(3)));
        String before = rows();
        long sent = sent();
        inDatabase(
                "with gone as (delete from health.timeline where words like '%rebuilt%' returning 1) select count(*)::text from gone");
        assertThat(rows()).isNotEqualTo(before);
        var all = TopicReader.all(Topics.TIMELINES);
        for (var some : List.of(all, all.reversed())) {
            var told = some.stream()
                    .map(record ->
                            new Timelines.Told(record.key(), record.value(), record.partition(), record.offset()))
                    .toList();
            VertxContextSupport.subscribeAndAwait(() -> timelines.keep(told));
        }
        assertThat(rows()).isEqualTo(before);
        assertThat(sent()).isEqualTo(sent);
    }

    private String rows() throws Throwable {
        return inDatabase("""
                select coalesce(md5(string_agg(concat_ws('|', request_id, media_id, title, stage, tone, requested_by, words, since, updated_at,
                  md5(doc), md5(head), media_kind, partition, "offset"), '\\n' order by request_id)), '') from health.timeline
                where words like '%rebuilt%'""");
    }

    /** What everybody hears of; the state of programs is looked at all the time. */
    private static long sent() {
        return Topics.MEDIA.stream()
                .mapToLong(topic -> TopicReader.all(topic).size())
                .sum();
    }

    private String inDatabase(String sql) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() ->
                flow.inTransaction(tx -> tx.createNativeQuery(sql, String.class).getSingleResult()));
    }

    @Test
    void a_zero_byte_in_a_title_or_in_a_search_does_no_harm() {
        var movie = MediaId.movie(607);
        tell(Told.life(movie, "Null\u0000 Island").getFirst());
        await().atMost(LIMIT)
                .untilAsserted(() -> api("/requests?q=null%00%20island").body("items", hasSize(1)));
        api("/requests?q=%00").statusCode(200);
        api("/requests?user=ana%00").statusCode(200);
        page("/requests?q=%00").then().statusCode(200);
        page("/requests/rq_%00").then().statusCode(404);
    }

    @Test
    void the_changelog_takes_records_as_large_as_the_topic() {
        var changelog = new ConfigResource(ConfigResource.Type.TOPIC, "health-aggregator.timeline-timelines-changelog");
        var access = Map.<String, Object>of(
                "bootstrap.servers", EmbeddedStack.running().bootstrapServers());
        try (var admin = Admin.create(access)) {
            await().atMost(LIMIT).ignoreExceptions().untilAsserted(() -> assertThat(
                            admin.describeConfigs(List.of(changelog))
                                    .all()
                                    .get()
                                    .get(changelog)
                                    .get("max.message.bytes"))
                    .returns("2097152", ConfigEntry::value)
                    .returns(ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG, ConfigEntry::source));
        }
    }

    @Test
    void an_open_tab_is_told_of_a_change() throws Exception {
        var movie = MediaId.movie(605);
        try (var tab = new Stream(live)) {
            await().atMost(LIMIT).until(() -> tab.lines().contains(":here"));
            assertThat(tab.header("X-Accel-Buffering")).isEqualTo("no");
            tell(Told.life(movie, "Dark City").getFirst());
            await().atMost(LIMIT).until(() -> tab.lines()
                    .contains("data:" + Timeline.of(movie).requestId()));
            assertThat(tab.lines()).contains("event:changed");
        }
    }

    @Test
    void a_list_is_given_in_parts_that_neither_overlap_nor_leave_a_gap() {
        var told = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            var movie = MediaId.movie(9000 + i);
            tell(Told.at(
                    i, new AcquisitionStarted(movie, "radarr", "Paged " + i + " 100%", Optional.empty()), "radarr"));
            told.add(Timeline.of(movie).requestId());
        }
        await().atMost(LIMIT)
                .untilAsserted(() -> api("/requests?q=0%25&limit=50").body("items", hasSize(7)));
        var seen = new ArrayList<String>();
        String cursor = "";
        while (cursor != null) {
            var part = given().header("X-Api-Key", EmbeddedStack.API_KEY)
                    .queryParam("q", "paged")
                    .queryParam("limit", 3)
                    .queryParam("cursor", cursor)
                    .get("/api/v1/requests")
                    .jsonPath();
            seen.addAll(part.getList("items.id", String.class));
            cursor = part.getString("next");
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(told).doesNotHaveDuplicates();
    }

    @Test
    void a_caller_who_asks_wrongly_is_told_what_would_be_right() {
        given().get("/api/v1/requests").then().statusCode(401);
        for (String wrong :
                List.of("?limit=0", "?limit=many", "?cursor=mine", "?stage=SOMEWHERE", "/rq_1/timeline?after=x")) {
            api("/requests" + wrong)
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("hint", notNullValue());
        }
        api("/requests/rq_1")
                .statusCode(404)
                .contentType("application/problem+json")
                .body("hint", containsString("rq_"));
        api("/requests/rq_1/timeline").statusCode(404);
    }

    @Test
    void health_tells_what_is_away_what_refuses_our_key_and_what_is_not_set_up() {
        await().atMost(LIMIT).untilAsserted(() -> api("/health")
                .body("tone", equalTo("bad"))
                .body("ownNetwork", equalTo("ok"))
                .body("checks.find { it.id == 'gluetun' }.tone", equalTo("ok"))
                .body("checks.find { it.id == 'gluetun' }.latencyMs", notNullValue())
                .body("checks.find { it.id == 'gluetun:vpn' }.tone", equalTo("ok"))
                .body("checks.find { it.id == 'vpn-2' }.fix.text", containsString("refuses our key"))
                .body("checks.find { it.id == 'radarr' }.tone", equalTo("bad"))
                .body("checks.find { it.id == 'radarr' }.error", notNullValue())
                .body("checks.find { it.id == 'seerr' }.tone", equalTo("off"))
                .body("checks.find { it.id == 'seerr' }.error", containsString("conveyarr.upstreams.seerr.api-key")));
        assertThat(TopicReader.eventsAbout(Topics.HEALTH, "component:vpn-2"))
                .doesNotContain(wireName(ComponentWentDown.class));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(TopicReader.eventsAbout(Topics.HEALTH, "component:radarr"))
                .containsExactly(wireName(ComponentWentDown.class)));
        page("/health").then().statusCode(200).body(containsString("Not configured"));
        api("/summary")
                .body("overall", equalTo("DOWN"))
                .body("requests.open", notNullValue())
                .body("downloads.active", notNullValue())
                .body("tone", equalTo("bad"))
                .body("text", containsString("you"))
                .body(
                        "keySet()",
                        hasItems(
                                "needsYou",
                                "inProgress",
                                "waiting",
                                "available7d",
                                "medianSeconds7d",
                                "bytesPerSecond",
                                "eventsRecovered"))
                .body("hooksReceived", equalTo(31))
                .body("hooksStored", equalTo(30))
                .body("hooksRejected", equalTo(1));
    }

    @Test
    void a_check_is_looked_at_when_somebody_wishes_it_and_not_twice_in_a_row() {
        look("/api/v1/health/gluetun:vpn/look").statusCode(202).body("id", equalTo("gluetun:vpn"));
        look("/api/v1/health/gluetun:vpn/look")
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("detail", containsString("just now"));
        look("/api/v1/health/seerr/look").statusCode(404).body("hint", containsString("/api/v1/health"));
        look("/health/radarr/look").statusCode(303).header("Location", containsString("health?done=looked"));
        look("/health/radarr/look").statusCode(429).body(containsString("Try again in"));
        look("/health/nobody/look").statusCode(404);
        given().redirects().follow(false).post("/health/radarr/look").then().statusCode(403);
        page("/health?done=looked").then().statusCode(200).body(containsString("It is looked at."));
    }

    @Test
    void our_own_services_are_components_with_their_lag_outbox_and_database() {
        String own = "checks.find { it.id == 'health-aggregator' }";
        String before = api("/health").extract().path(own + ".lastOkAt");
        look("/api/v1/health/health-aggregator/look").statusCode(202);
        await().atMost(LIMIT).untilAsserted(() -> api("/health")
                .body(own + ".group", equalTo("Our services"))
                .body(own + ".state", equalTo("ok"))
                .body(own + ".lastOkAt", not(equalTo(before)))
                .body(own + ".info", matchesPattern("lag (\\d+|unknown), outbox \\d+, database answers"))
                .body("checks.findAll { it.group == 'Our services' }", hasSize(6)));
        api("/services")
                .statusCode(200)
                .body("items.service", equalTo(List.of("health-aggregator")))
                .body("items[0].database", equalTo(true));
        api("/overview").body("stack.id", not(hasItem("health-aggregator")));
        page("/health").then().body(containsString("<h2>Our services</h2>"));
    }

    @Test
    void the_health_page_tells_what_lasts() {
        await().atMost(LIMIT).untilAsserted(() -> page("/health")
                .then()
                .statusCode(200)
                .body(containsString("Open incidents"))
                .body(containsString("radarr down,")));
    }

    private static ValidatableResponse look(String path) {
        return given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .post(path)
                .then();
    }

    @Test
    void a_person_whom_the_gateway_does_not_know_is_someone() {
        var movie = MediaId.movie(606);
        var asked = new MediaRequested(
                movie, new RequestId("seerr", 9), "Gattaca", Optional.empty(), "p_x", false, List.of());
        tell(Told.at(0, asked, "seerr"));
        await().atMost(LIMIT)
                .untilAsserted(() -> api("/requests?q=gattaca").body("items.requestedBy", equalTo(List.of("someone"))));
    }

    private static String wireName(Class<?> event) {
        return EventCatalog.wireName(event);
    }

    private static void tellShuffled(List<Told> life) {
        var twice = new ArrayList<>(life);
        twice.addAll(life);
        Collections.shuffle(twice, new Random(603));
        twice.forEach(HealthAggregatorTest::tell);
    }

    private static void tell(Told told) {
        TopicWriter.tell(told.event(), told.occurrence());
    }

    private static Response page(String path) {
        return given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .urlEncodingEnabled(false)
                .get(path);
    }

    private static ValidatableResponse api(String path) {
        return given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .urlEncodingEnabled(false)
                .get("/api/v1" + path)
                .then();
    }
}
