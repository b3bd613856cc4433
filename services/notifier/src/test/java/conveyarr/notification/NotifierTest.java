package conveyarr.notification;

import static conveyarr.notification.Receivers.home;
import static conveyarr.notification.Receivers.phone;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import conveyarr.events.ComponentId;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent.DownloadStalled;
import conveyarr.events.DownloadId;
import conveyarr.events.HealthEvent.VpnDropped;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.NotificationEvent;
import conveyarr.events.NotificationEvent.NotificationFailed;
import conveyarr.events.NotificationEvent.NotificationSent;
import conveyarr.events.NotificationEvent.NotificationSuppressed;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestEvent.MediaRequested;
import conveyarr.events.RequestId;
import conveyarr.events.Topics;
import conveyarr.events.Via;
import conveyarr.flow.wire.EventReader;
import conveyarr.flow.wire.Json;
import conveyarr.notification.Receiver.Behaviour;
import conveyarr.notification.core.Call.Send;
import conveyarr.notification.core.Delivery.Claimed;
import conveyarr.notification.core.Delivery.Letter;
import conveyarr.notification.core.Delivery.Origin;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.Notification.Text;
import conveyarr.notification.core.Target;
import conveyarr.notification.core.Tone;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicReader;
import conveyarr.testkit.TopicWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service on a real broker and a real database, with receivers that behave as the test wants. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(Receivers.class)
class NotifierTest {
    private static final String DELIVERIES = "/api/v1/notifications/deliveries";

    @Inject
    NotificationFlow flow;

    @BeforeEach
    void all_is_well() {
        home.from_now_on(Receivers.WEBHOOK_YES);
        phone.from_now_on(Receivers.NTFY_YES);
        soon().until(flow::prepared);
    }

    @Test
    void the_same_event_three_times_is_one_row_one_message_and_one_event_a_channel() {
        var movie = MediaId.movie(603);
        var once = now("available", movie);
        for (int i = 0; i < 3; i++) {
            TopicWriter.tell(available(movie), once);
        }
        soon().untilAsserted(() -> assertThat(told(movie.key()))
                .containsExactlyInAnyOrder(
                        new NotificationSent(movie, once.id(), "home", "Available: movie:tmdb:603"),
                        new NotificationSent(movie, once.id(), "phone", "Available: movie:tmdb:603")));
        var after = now("marker", movie);
        TopicWriter.tell(available(movie), after); // all before it on this partition has been handled
        soon().untilAsserted(() -> assertThat(rows(after.id())).hasSize(2));
        assertThat(rows(once.id())).hasSize(2).allSatisfy(row -> assertThat(row).containsEntry("state", "SENT"));
        assertThat(atHome(once.id())).hasSize(1);
        assertThat(told(movie.key()))
                .filteredOn(event -> event.of().equals(once.id()))
                .hasSize(2);
    }

    @Test
    void a_title_that_one_event_brought_names_the_media_in_another() {
        var movie = MediaId.movie(438631);
        var request = new RequestId("seerr", 1);
        TopicWriter.tell(
                new MediaRequested(movie, request, "Dune", Optional.of(2021), "user:1", false, List.of()),
                now("requested", movie));
        soon().untilAsserted(() -> assertThat(onPhone("Requested: Dune (2021)")).hasSize(1));
        TopicWriter.tell(
                new DownloadStalled(movie, new DownloadId("qbit", "A".repeat(40)), Duration.ofMinutes(10)),
                now("stalled", movie));
        soon().untilAsserted(() -> assertThat(onPhone("Stalled: Dune (2021)")).hasSize(1));
    }

    @Test
    void a_stand_in_does_not_take_the_place_of_a_title() {
        var movie = MediaId.movie(577922);
        var request = new RequestId("seerr", 2);
        TopicWriter.tell(
                new MediaRequested(movie, request, "Tenet", Optional.of(2020), "user:1", false, List.of()),
                now("requested", movie));
        TopicWriter.tell(
                new MediaRequested(movie, request, movie.value(), Optional.empty(), "user:1", false, List.of()),
                now("requested-4k", movie));
        soon().untilAsserted(
                        () -> assertThat(onPhone("Requested: Tenet (2020)")).hasSize(2));
    }

    @Test
    void trouble_of_the_stack_is_told_as_well() {
        var vpn = new ComponentId("vpn");
        TopicWriter.tell(new VpnDropped(vpn, "no public address"), now("dropped", vpn));
        soon().untilAsserted(() -> assertThat(onPhone("VPN down: vpn")).hasSize(1));
        soon().untilAsserted(() -> assertThat(told(vpn.key())).hasSize(2));
    }

    @Test
    void an_event_of_yesterday_is_written_down_and_not_sent() {
        var movie = MediaId.movie(11);
        var old = occurrence("available", movie, Instant.now().minus(25, ChronoUnit.HOURS));
        TopicWriter.tell(available(movie), old);
        soon().untilAsserted(() -> assertThat(told(movie.key())).hasSize(2).allSatisfy(event -> assertThat(event)
                .isInstanceOf(NotificationSuppressed.class)));
        assertThat(rows(old.id())).hasSize(2).allSatisfy(row -> assertThat(row)
                .containsEntry("state", "SUPPRESSED")
                .containsEntry("reason", "older than 24 h when first seen"));
        assertThat(atHome(old.id())).isEmpty();
    }

    /** As the first look at a stack that has run for years finds it. */
    @Test
    void what_had_happened_before_we_first_looked_is_written_down_and_not_sent_however_young_it_is() {
        var movie = MediaId.movie(1299);
        var past = occurrence("available", movie, Instant.now()).asPast();
        TopicWriter.tell(available(movie), past);
        soon().untilAsserted(() -> assertThat(told(movie.key())).hasSize(2).allSatisfy(event -> assertThat(event)
                .isInstanceOf(NotificationSuppressed.class)));
        assertThat(rows(past.id())).hasSize(2).allSatisfy(row -> assertThat(row)
                .containsEntry("reason", "happened before we first looked at its source"));
        assertThat(atHome(past.id())).isEmpty();
    }

    @Test
    void a_busy_receiver_gets_it_later_under_the_same_id_and_does_not_hold_up_the_other() {
        var movie = MediaId.movie(12);
        var event = now("available", movie);
        home.from_now_on(Receiver.answer(425, "starting"));
        TopicWriter.tell(available(movie), event);
        soon().untilAsserted(() -> assertThat(atHome(event.id())).hasSizeGreaterThanOrEqualTo(2));
        assertThat(row(event.id(), "phone")).containsEntry("state", "SENT");
        home.from_now_on(Receivers.WEBHOOK_YES);
        soon().untilAsserted(() -> assertThat(row(event.id(), "home")).containsEntry("state", "SENT"));
        assertThat(attempts(event.id(), "home"))
                .extracting("outcome")
                .startsWith("later")
                .endsWith("delivered");
    }

    @Test
    void when_the_schedule_is_used_up_it_has_failed_with_the_last_reason() {
        var movie = MediaId.movie(13);
        var event = now("available", movie);
        home.from_now_on(Receiver.answer(500, "broken"));
        TopicWriter.tell(available(movie), event);
        String reason = "tried 7 times; the last time: it answers HTTP 500: broken";
        soon().untilAsserted(() ->
                assertThat(told(movie.key())).contains(new NotificationFailed(movie, event.id(), "home", reason)));
        assertThat(row(event.id(), "home")).containsEntry("state", "FAILED").containsEntry("reason", reason);
        assertThat(attempts(event.id(), "home")).extracting("outcome").containsOnly("doubt");
    }

    @Test
    void the_claim_is_written_down_while_the_receiver_still_thinks() {
        var movie = MediaId.movie(14);
        var event = now("available", movie);
        var thinking = new CountDownLatch(1);
        home.from_now_on(new Behaviour.Held(thinking, Receivers.WEBHOOK_YES));
        TopicWriter.tell(available(movie), event);
        soon().until(() -> !atHome(event.id()).isEmpty());
        // Each try is claimed for as long as the receiver thinks, and then waits for the next.
        soon().until(() -> "CLAIMED".equals(row(event.id(), "home").get("state")));
        thinking.countDown();
        soon().untilAsserted(() -> assertThat(row(event.id(), "home")).containsEntry("state", "SENT"));
        // How often it was tried meanwhile depends on how fast this machine is.
        assertThat(attempts(event.id(), "home")).extracting("outcome").endsWith("delivered");
    }

    @Test
    void an_answer_is_kept_until_the_database_is_back() throws SQLException {
        var movie = MediaId.movie(17);
        var event = now("available", movie);
        var go = new CountDownLatch(1);
        home.from_now_on(new Behaviour.Held(go, Receivers.WEBHOOK_YES));
        TopicWriter.tell(available(movie), event);
        soon().pollInterval(Duration.ofMillis(10))
                .until(() -> !atHome(event.id()).isEmpty());
        execute("alter table notification.delivery rename to away");
        go.countDown();
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        execute("alter table notification.away rename to delivery");
        soon().untilAsserted(() -> assertThat(row(event.id(), "home")).containsEntry("state", "SENT"));
        assertThat(attempts(event.id(), "home")).extracting("outcome").containsExactly("delivered");
        assertThat(atHome(event.id())).hasSize(1);
    }

    @Test
    void a_cut_connection_leaves_the_phone_in_doubt_for_all_to_see() {
        var movie = MediaId.movie(15);
        var event = now("available", movie);
        phone.from_now_on(new Behaviour.Cut());
        TopicWriter.tell(available(movie), event);
        soon().untilAsserted(() -> assertThat(row(event.id(), "phone")).containsEntry("state", "IN_DOUBT"));
        assertThat(onPhone("Available: movie:tmdb:15")).hasSize(1);
        given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .get(DELIVERIES + "?state=IN_DOUBT")
                .then()
                .statusCode(200)
                .body("items.state", everyItem(is("IN_DOUBT")))
                .body("items.find { it.factKey == '%s' }.reason".formatted(event.id()), containsString("no answer"));
    }

    @Test
    void what_a_crash_left_claimed_goes_again_where_that_is_harmless_and_is_in_doubt_where_not() throws SQLException {
        var movie = MediaId.movie(16);
        var event = now("available", movie);
        crashedWhileSending(movie, event, "home");
        crashedWhileSending(movie, event, "phone");
        soon().untilAsserted(() -> {
            assertThat(row(event.id(), "home")).containsEntry("state", "SENT");
            assertThat(row(event.id(), "phone")).containsEntry("state", "IN_DOUBT");
        });
        assertThat(attempts(event.id(), "home")).extracting("outcome").containsExactly("doubt", "delivered");
        assertThat(atHome(event.id())).hasSize(1);
        assertThat(onPhone("Available: crashed")).isEmpty();
    }

    @Test
    void the_list_is_for_those_who_know_the_key_and_says_what_may_be_asked() {
        given().get(DELIVERIES).then().statusCode(401);
        var known = given().header("X-Api-Key", EmbeddedStack.API_KEY);
        known.get(DELIVERIES + "?limit=1").then().statusCode(200).body("items", hasSize(1));
        for (String query : List.of("?limit=0", "?limit=501", "?limit=x", "?state=LOST")) {
            given().header("X-Api-Key", EmbeddedStack.API_KEY)
                    .get(DELIVERIES + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("hint", containsString(query.contains("limit") ? "50" : "SUPPRESSED"));
        }
        given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .get(DELIVERIES + "?state=QUEUED")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    /** What is in the tables when the process is killed after the claim and before the answer. */
    private void crashedWhileSending(MediaId movie, Occurrence event, String channel) throws SQLException {
        var told = new Notification(
                event.id(), movie, "library.available.v1", event.at(), new Text("Available: crashed", "", Tone.OK));
        var claim = new Claimed(
                new Letter(Target.everybody(channel), told, new Origin(Optional.empty(), List.of(), Optional.empty())),
                1,
                Instant.now().minusSeconds(60));
        String id = event.id() + "|" + channel;
        try (var connection = flow.jdbc().getConnection();
                var row = connection.prepareStatement(
                        "insert into notification.delivery (id, kind, state, changed_at, version) values (?,"
                                + " 'Claimed', ?, now(), 0)");
                var call =
                        connection.prepareStatement("insert into notification.call (kind, body) values ('Send', ?)")) {
            row.setString(1, id);
            row.setString(2, Json.write(claim));
            row.executeUpdate();
            call.setString(1, Json.write(new Send(id, 1)));
            call.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = flow.jdbc().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static DomainEvent available(MediaId movie) {
        return new MediaBecameAvailable(movie, Optional.of("jellyfin"), Optional.empty());
    }

    private static Occurrence now(String kind, Object about) {
        return occurrence(kind, about, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private static Occurrence occurrence(String kind, Object about, Instant at) {
        return Occurrence.at(at, Via.HOOK, "test", NaturalKey.of(kind, about));
    }

    private static List<NotificationEvent> told(String key) {
        return TopicReader.all(Topics.NOTIFICATIONS).stream()
                .filter(record -> key.equals(record.key()))
                .map(record -> EventReader.read(record, NotificationEvent.class)
                        .orElseThrow()
                        .event())
                .toList();
    }

    private static List<Receiver.Message> atHome(UUID event) {
        return home.taken().stream()
                .filter(message -> event.toString().equals(message.headers().get("webhook-id")))
                .toList();
    }

    private static List<Receiver.Message> onPhone(String title) {
        return phone.taken().stream()
                .filter(message -> title.equals(message.json(Map.class).get("title")))
                .toList();
    }

    private static List<Map<String, Object>> rows(UUID event) {
        JsonPath page = given().header("X-Api-Key", EmbeddedStack.API_KEY)
                .get(DELIVERIES + "?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return page.<Map<String, Object>>getList("items").stream()
                .filter(row -> event.toString().equals(row.get("factKey")))
                .toList();
    }

    private static Map<String, Object> row(UUID event, String channel) {
        return rows(event).stream()
                .filter(row -> channel.equals(row.get("channel")))
                .findFirst()
                .orElse(Map.of());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> attempts(UUID event, String channel) {
        return (List<Map<String, Object>>) row(event, channel).get("attempts");
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }
}
