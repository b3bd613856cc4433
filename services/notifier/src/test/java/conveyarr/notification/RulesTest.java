package conveyarr.notification;

import static conveyarr.notification.Receivers.home;
import static conveyarr.notification.Receivers.phone;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import conveyarr.events.ComponentId;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent.DownloadFailed;
import conveyarr.events.DownloadId;
import conveyarr.events.HealthEvent.ComponentCameBack;
import conveyarr.events.HealthEvent.ComponentWentDown;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestEvent.MediaRequested;
import conveyarr.events.RequestId;
import conveyarr.events.Via;
import conveyarr.notification.out.SeenRows;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the owner may say of who is told what and when, and that it is so. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(Receivers.class)
class RulesTest {
    private static final String API = "/api/v1/notifications/";

    @Inject
    NotificationFlow flow;

    @BeforeEach
    void all_is_well() {
        home.from_now_on(Receivers.WEBHOOK_YES);
        phone.from_now_on(Receivers.NTFY_YES);
        soon().until(flow::prepared);
    }

    @AfterEach
    void back_to_the_file() {
        known().delete(API + "rules").then().statusCode(200);
        put("mutes", "{\"mutes\":[]}").then().statusCode(200);
    }

    @Test
    void a_season_of_24_episodes_within_three_seconds_is_one_message() {
        var series = MediaId.series(371980);
        TopicWriter.tell(
                new MediaRequested(
                        series, new RequestId("seerr", 9), "Severance", Optional.of(2022), "p", false, List.of(1)),
                now("requested", series));
        soon().untilAsserted(
                        () -> assertThat(onPhone("Requested: Severance (2022)")).hasSize(1));
        for (int episode = 1; episode <= 24; episode++) {
            TopicWriter.tell(
                    new MediaBecameAvailable(series, Optional.of("jellyfin"), Optional.of("e" + episode)),
                    now("available" + episode, series));
        }
        soon().untilAsserted(() -> assertThat(onPhone("Severance (2022)"))
                .containsExactly("Requested: Severance (2022)", "Available: Severance (2022), 24 new"));
        soon().untilAsserted(() -> assertThat(list("?channel=home&state=SENT"))
                .filteredOn(row -> "Available: Severance (2022), 24 new".equals(row.get("title")))
                .singleElement()
                .satisfies(row -> assertThat((List<?>) row.get("parts")).hasSize(24)));
    }

    @Test
    void an_episode_that_comes_later_takes_the_place_of_the_message_on_the_phone() {
        phone.from_now_on(
                Receiver.answer(200, "{\"id\":\"hwQ2YpKdmg1R\",\"event\":\"message\",\"sequence_id\":\"first\"}"));
        var series = MediaId.series(95_396);
        TopicWriter.tell(episode(series, 1), now("available1", series));
        TopicWriter.tell(episode(series, 2), now("available2", series));
        soon().untilAsserted(() -> assertThat(onPhone("95396")).containsExactly("Available: series:tvdb:95396, 2 new"));
        TopicWriter.tell(episode(series, 3), now("available3", series));
        soon().untilAsserted(() -> assertThat(onPhone("95396"))
                .containsExactly("Available: series:tvdb:95396, 2 new", "Available: series:tvdb:95396, 3 new"));
        assertThat(phone.taken().getLast().json(Map.class)).containsEntry("sequence_id", "first");
    }

    private static DomainEvent episode(MediaId series, int number) {
        return new MediaBecameAvailable(series, Optional.of("jellyfin"), Optional.of("S01E0" + number));
    }

    @Test
    void what_is_wanted_at_a_time_of_the_day_comes_then_as_one_message() {
        LocalTime time = LocalTime.now(ZoneOffset.UTC).plusSeconds(5);
        put("rules", "{\"zone\":\"UTC\",\"rules\":[{\"channels\":[\"phone\"],\"when\":\"%s\"}]}".formatted(time))
                .then()
                .statusCode(200);
        int before = phone.taken().size();
        for (int number : List.of(76_001, 76_002, 76_003)) {
            TopicWriter.tell(available(MediaId.movie(number)), now("available", MediaId.movie(number)));
        }
        soon().untilAsserted(() -> assertThat(onPhone("3 notifications")).hasSize(1));
        assertThat(LocalTime.now(ZoneOffset.UTC)).isAfter(time);
        assertThat(phone.taken()).hasSize(before + 1);
        assertThat(phone.taken().getLast().body()).contains("76001", "76002", "76003");
    }

    @Test
    void fifty_downloads_that_fail_at_once_are_one_message() {
        failed(70_000, 50, "disk full");
        soon().untilAsserted(() -> assertThat(onPhone("Failed: 50")).containsExactly("Failed: 50 downloads"));
    }

    @Test
    void a_short_trouble_is_told_to_nobody_and_a_longer_one_with_its_end() {
        var blip = new ComponentId("blip");
        var outage = new ComponentId("outage");
        TopicWriter.tell(new ComponentWentDown(outage, "radarr", "refused"), now("down", outage));
        TopicWriter.tell(new ComponentWentDown(blip, "radarr", "refused"), now("down", blip));
        TopicWriter.tell(new ComponentCameBack(blip, "radarr", Duration.ofSeconds(1)), now("back", blip));
        soon().untilAsserted(() -> assertThat(onPhone("outage")).containsExactly("Down: outage"));
        TopicWriter.tell(new ComponentCameBack(outage, "radarr", Duration.ofMinutes(3)), now("back", outage));
        soon().untilAsserted(() ->
                assertThat(onPhone("outage")).containsExactly("Down: outage", "Recovered after 3 min: outage"));
        assertThat(onPhone("blip")).isEmpty();
    }

    @Test
    void the_one_who_asked_is_told_on_an_own_topic_and_nobody_else() {
        put("people/p_ana/targets", "{\"channels\":{\"phone\":\"ana\"},\"language\":\"de\"}")
                .then()
                .statusCode(200);
        put("rules", "{\"rules\":[{\"events\":[\"request.*\",\"library.*\"],\"to\":\"requester\"}]}")
                .then()
                .statusCode(200);
        var hers = MediaId.movie(71_001);
        var his = MediaId.movie(71_002);
        TopicWriter.tell(
                new MediaRequested(
                        hers, new RequestId("seerr", 3), "Arrival", Optional.of(2016), "p_ana", false, List.of()),
                now("requested", hers));
        soon().untilAsserted(() -> assertThat(onPhone("Arrival")).containsExactly("Gewünscht: Arrival (2016)"));
        TopicWriter.tell(available(his), now("available", his));
        var event = now("available", hers);
        TopicWriter.tell(available(hers), event);
        soon().untilAsserted(() -> assertThat(onPhone("Arrival")).contains("Verfügbar: Arrival (2016)"));
        assertThat(phone.taken())
                .filteredOn(message -> "Verfügbar: Arrival (2016)"
                        .equals(message.json(Map.class).get("title")))
                .allSatisfy(message -> assertThat(message.json(Map.class)).containsEntry("topic", "ana"));
        assertThat(list("?event=" + event.id())).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("person", "p_ana")
                .containsEntry("id", event.id() + "|phone|p_ana"));
        assertThat(onPhone("71002")).isEmpty();
    }

    @Test
    void what_is_muted_is_in_the_log_with_the_reason_and_can_be_sent_all_the_same() {
        var movie = MediaId.movie(72_000);
        put("mutes", "{\"mutes\":[{\"about\":\"movie:tmdb:72000\",\"until\":\"2099-01-01T00:00:00Z\"}]}")
                .then()
                .statusCode(200);
        var event = now("available", movie);
        TopicWriter.tell(available(movie), event);
        soon().untilAsserted(() -> assertThat(list("?event=" + event.id() + "&state=SUPPRESSED"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).containsEntry("reason", "muted until 2099-01-01T00:00:00Z")));
        known().post(API + "deliveries/" + event.id() + "|phone/resend").then().statusCode(202);
        soon().untilAsserted(() -> assertThat(onPhone("72000")).hasSize(1));
        known().get(API + "deliveries/" + event.id() + "|phone")
                .then()
                .statusCode(200)
                .body("state", is("SENT"));
        known().post(API + "deliveries/" + event.id() + "|phone/resend")
                .then()
                .statusCode(409)
                .body("detail", containsString("SENT"));
        known().post(API + "deliveries/" + UUID.randomUUID() + "|phone/resend")
                .then()
                .statusCode(404);
        known().post(API + "deliveries/nothing/resend").then().statusCode(404);
    }

    @Test
    void in_the_quiet_hours_it_is_collected_and_a_replay_at_another_hour_does_not_tell_it_again() {
        LocalTime time = LocalTime.now(ZoneOffset.UTC);
        quietPhone(time.minusHours(1), time.plusHours(1));
        var movie = MediaId.movie(73_000);
        var event = now("available", movie);
        TopicWriter.tell(available(movie), event);
        soon().untilAsserted(
                        () -> assertThat(known().get(API + "waiting").jsonPath().getList("items.key", String.class))
                                .anyMatch(key -> key.startsWith("quiet|") && key.endsWith("|phone")));
        known().delete(API + "rules").then().statusCode(200);
        TopicWriter.tell(available(movie), event);
        var marker = now("marker", movie);
        TopicWriter.tell(available(movie), marker); // all before it on this partition has been handled
        soon().untilAsserted(() ->
                assertThat(list("?event=" + marker.id() + "&state=SENT")).hasSize(2));
        assertThat(onPhone("73000")).hasSize(1);
    }

    @Test
    void what_meets_quiet_hours_twice_is_told_after_the_second() {
        LocalTime time = LocalTime.now(ZoneOffset.UTC);
        quietPhone(time.minusHours(1), time.plusSeconds(4));
        var movie = MediaId.movie(73_500);
        var event = now("available", movie);
        TopicWriter.tell(available(movie), event);
        soon().untilAsserted(
                        () -> assertThat(known().get(API + "waiting").jsonPath().getList("items.key", String.class))
                                .anyMatch(key -> key.startsWith("quiet|") && key.endsWith("|phone")));
        quietPhone(time.minusHours(1), time.plusSeconds(8));
        soon().untilAsserted(() -> assertThat(onPhone("73500")).hasSize(1));
        assertThat(LocalTime.now(ZoneOffset.UTC)).isAfter(time.plusSeconds(7));
    }

    /** As after a kill between what the call did and the note that it is done: it comes again, and the night is over. */
    @Test
    void what_the_quiet_hours_keep_is_told_once_when_the_call_that_gave_it_to_them_comes_again() throws Exception {
        LocalTime time = LocalTime.now(ZoneOffset.UTC);
        quietPhone(time.minusHours(1), time.plusHours(1));
        var movie = MediaId.movie(73_700);
        var failed = now("failed", movie);
        TopicWriter.tell(new DownloadFailed(movie, new DownloadId("qbit", "f73700"), "no space"), failed);
        soon().until(() -> count("from notification.inbox where aggregate like 'quiet|%|phone' and event_id = '"
                        + SeenRows.quiet(failed.id()) + "'")
                == 1);
        known().delete(API + "rules").then().statusCode(200);
        String call = "from notification.call where kind = 'Deliver' and body like '%" + failed.id() + "%'";
        soon().until(() -> count(call + " and done_at is not null") == 1);
        execute("insert into notification.call (kind, body) select kind, body " + call);
        soon().until(() -> count(call + " and done_at is not null") == 2);
        assertThat(count("from notification.delivery where id = '" + failed.id() + "|phone'"))
                .isZero();
        assertThat(onPhone("73700")).isEmpty();
    }

    private int count(String what) throws SQLException {
        try (var connection = flow.jdbc().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) " + what)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = flow.jdbc().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void quietPhone(LocalTime from, LocalTime to) {
        put(
                        "rules",
                        "{\"rules\":[{\"channels\":[\"phone\"]}],\"quiet\":{\"phone\":{\"from\":\"%s\",\"to\":\"%s\",\"zone\":\"UTC\"}}}"
                                .formatted(from, to))
                .then()
                .statusCode(200);
    }

    @Test
    void a_template_is_tried_with_a_real_event_and_a_bad_one_is_refused() {
        var movie = MediaId.movie(74_000);
        var event = now("available", movie);
        TopicWriter.tell(available(movie), event);
        soon().untilAsserted(() -> assertThat(onPhone("74000")).hasSize(1));
        String template = API + "templates/library.available.v1";
        known().body("{\"title\":\"Film ab: {name}\",\"body\":\"in {server}\"}")
                .post(template + "/preview?event=" + event.id())
                .then()
                .statusCode(200)
                .body("title", is("Film ab: movie:tmdb:74000"))
                .body("body", is("in jellyfin"));
        known().body("{\"title\":\"{nmae}\",\"body\":\"\"}")
                .put(template)
                .then()
                .statusCode(400)
                .body("detail", containsString("line 1"))
                .body("detail", containsString("nmae"));
        known().body("{\"title\":\"Film ab: {name}\",\"body\":\"\"}")
                .put(template + "?channel=phone")
                .then()
                .statusCode(200);
        var next = MediaId.movie(74_001);
        TopicWriter.tell(available(next), now("available", next));
        soon().untilAsserted(() -> assertThat(onPhone("74001")).containsExactly("Film ab: movie:tmdb:74001"));
        known().delete(template + "?channel=phone").then().statusCode(204);
        known().get(API + "templates/nothing").then().statusCode(404);
    }

    /** A release name is anybody's words, and PostgreSQL takes no U+0000 in its JSON. */
    @Test
    void a_hostile_character_holds_nobody_up() {
        failed(77_000, 2, "disk\u0000full");
        var outage = new ComponentId("nul");
        TopicWriter.tell(new ComponentWentDown(outage, "radarr", "re\u0000fused"), now("down", outage));
        soon().untilAsserted(() -> assertThat(onPhone("nul")).containsExactly("Down: nul"));
        soon().untilAsserted(() -> assertThat(list("?channel=phone&state=SENT"))
                .extracting(row -> row.get("title"))
                .contains("Failed: 2 downloads"));
        known().get(API + "templates/health.component-went-down.v1/events")
                .then()
                .statusCode(200);
    }

    @Test
    void the_test_of_a_channel_says_what_the_channel_said() {
        known().post(API + "channels/phone/test").then().statusCode(200).body("ok", is(true));
        home.from_now_on(Receiver.answer(404, "{\"message\":\"Unknown Webhook\"}"));
        known().post(API + "channels/home/test")
                .then()
                .statusCode(200)
                .body("ok", is(false))
                .body("outcome", is("never"))
                .body("answer", containsString("404"))
                .body("answer", containsString("Unknown Webhook"));
        known().post(API + "channels/telly/test").then().statusCode(404);
        known().post(API + "channels/phone/test?to=a%20b").then().statusCode(400);
        known().get(API + "channels").then().statusCode(200).body("items", hasSize(2));
    }

    @Test
    void what_cannot_be_followed_is_refused_with_a_clear_sentence() {
        Map.of(
                        "rules", "{\"rules\":[{\"channels\":[\"telly\"]}]}",
                        "mutes", "{\"mutes\":[{\"channel\":\"telly\",\"until\":\"2099-01-01T00:00:00Z\"}]}",
                        "people/p_1/targets", "{\"channels\":{\"telly\":\"x\"}}")
                .forEach(
                        (path, body) -> put(path, body).then().statusCode(400).body("detail", containsString("telly")));
        put("people/p_1/targets", "{\"channels\":{\"phone\":\"a b\"}}").then().statusCode(400);
        put("people/a%7Cb/targets", "{}").then().statusCode(400);
        for (String path : List.of("rules", "mutes", "people/p_1/targets")) {
            for (String body : List.of("", "nonsense", "[]", "null", "{\"rules\":7,\"mutes\":7,\"channels\":7}")) {
                put(path, body).then().statusCode(400).body("hint", containsString("Send {"));
            }
        }
        put("mutes", "{\"mutes\":[{}]}").then().statusCode(400).body("detail", containsString("until"));
        put("rules", "{\"quiet\":{\"phone\":{\"from\":\"22:00\"}}}").then().statusCode(400);
        put("rules", "{\"rules\":[null]}").then().statusCode(400);
        given().get(API + "rules").then().statusCode(401);
    }

    @Test
    void what_the_database_would_choke_on_is_refused_before() {
        String template = API + "templates/library.available.v1?channel=%00";
        var nul = known().urlEncodingEnabled(false);
        for (String query : List.of("channel=%00", "event=a%00", "cursor=" + cursor("2030-01-01T00:00:00Z|\0"))) {
            refused(nul.get(API + "deliveries?" + query));
        }
        for (String far : List.of("+1000000000-12-31T23:59:59Z|x", "-999999999-01-01T00:00:00Z|x")) {
            refused(nul.get(API + "deliveries?cursor=" + cursor(far)));
        }
        refused(nul.get(API + "deliveries/" + UUID.randomUUID() + "%7C%00"));
        refused(nul.post(API + "deliveries/" + UUID.randomUUID() + "%7C%00/resend"));
        refused(nul.delete(API + "people/%00/targets"));
        refused(nul.body("{\"title\":\"x\",\"body\":\"\"}").put(template));
        refused(nul.delete(template));
        refused(put("mutes", "{\"mutes\":[null]}"));
        refused(put("rules", "{\"rules\":[{\"channels\":[null]}]}"));
        refused(put("people/p_1/targets", "{\"roles\":[null]}"));
        refused(put("people/p_1/targets", "{\"channels\":{\"phone\":null}}"));
    }

    private static void refused(Response answer) {
        answer.then().statusCode(400).contentType("application/problem+json").body("hint", not(blankOrNullString()));
    }

    private static String cursor(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_address_is_shown_to_nobody_and_stays_when_it_is_sent_back_hidden() {
        String person = "people/p_hidden/targets";
        put(person, "{\"channels\":{\"phone\":\"secret-topic\",\"home\":\"\"}}")
                .then()
                .statusCode(200)
                .body("channels.phone", is("***"))
                .body("channels.home", is(""));
        put(person, "{\"channels\":{\"phone\":\"***\"},\"roles\":[\"family\"]}")
                .then()
                .statusCode(200);
        put("rules", "{\"rules\":[{\"to\":\"role:family\"}]}").then().statusCode(200);
        assertThat(known().get(API + "people").asString()
                        + known().get(API + person).asString())
                .contains("p_hidden", "***")
                .doesNotContain("secret-topic");
        var movie = MediaId.movie(78_000);
        TopicWriter.tell(available(movie), now("available", movie));
        soon().untilAsserted(() -> assertThat(phone.taken())
                .anyMatch(message -> message.body().contains("78000")
                        && "secret-topic".equals(message.json(Map.class).get("topic"))));
        put("people/p_unknown/targets", "{\"channels\":{\"phone\":\"***\"}}")
                .then()
                .statusCode(400)
                .body("detail", containsString("no address is known"));
        known().delete(API + person).then().statusCode(204);
    }

    @Test
    void the_log_is_read_page_by_page() {
        for (int i = 0; i < 3; i++) {
            var movie = MediaId.movie(75_000 + i);
            TopicWriter.tell(available(movie), now("available", movie));
        }
        soon().untilAsserted(() -> assertThat(onPhone("7500")).hasSize(3));
        var first = known().get(API + "deliveries?limit=2")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var second = known().get(API + "deliveries?limit=2&cursor=" + first.getString("next"))
                .jsonPath();
        assertThat(second.getList("items.id")).hasSize(2).doesNotContainAnyElementsOf(first.getList("items.id"));
        known().get(API + "deliveries?cursor=x").then().statusCode(400);
    }

    @Test
    void the_numbers_of_the_channels_are_on_the_metrics_page() {
        var movie = MediaId.movie(76_000);
        TopicWriter.tell(available(movie), now("available", movie));
        soon().untilAsserted(() -> assertThat(given().get("/q/metrics").asString())
                .contains("conveyarr_notifications_total{", "channel=\"phone\"", "result=\"delivered\"")
                .contains("conveyarr_notifications_pending", "conveyarr_notifications_oldest_seconds")
                .contains("conveyarr_notifications_in_doubt", "conveyarr_notifications_failed"));
    }

    /** So many at once, from the movie with this number on. */
    private static void failed(int first, int count, String why) {
        Map<DomainEvent, Occurrence> all = new LinkedHashMap<>();
        for (int number = first; number < first + count; number++) {
            var movie = MediaId.movie(number);
            all.put(new DownloadFailed(movie, new DownloadId("qbit", "f" + number), why), now("failed", movie));
        }
        TopicWriter.tellAll(all);
    }

    private static DomainEvent available(MediaId movie) {
        return new MediaBecameAvailable(movie, Optional.of("jellyfin"), Optional.empty());
    }

    private static Occurrence now(String kind, Object about) {
        return Occurrence.at(
                Instant.now().truncatedTo(ChronoUnit.MILLIS), Via.HOOK, "test", NaturalKey.of(kind, about));
    }

    private static List<String> onPhone(String part) {
        return phone.taken().stream()
                .map(message -> String.valueOf(message.json(Map.class).get("title")))
                .filter(title -> title.contains(part))
                .toList();
    }

    private static List<Map<String, Object>> list(String query) {
        return known().get(API + "deliveries" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    private static Response put(String path, String body) {
        return known().urlEncodingEnabled(false).body(body).put(API + path);
    }

    private static RequestSpecification known() {
        return given().header("X-Api-Key", EmbeddedStack.API_KEY);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }
}
