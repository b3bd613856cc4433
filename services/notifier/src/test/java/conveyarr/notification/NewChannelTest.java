package conveyarr.notification;

import static conveyarr.notification.Receivers.home;
import static conveyarr.notification.Receivers.phone;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.notification.out.SettingRows;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A channel that is added later hears nothing of what was before it, not even when all topics are read again. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(Receivers.class)
class NewChannelTest {
    private static final String API = "/api/v1/notifications/";
    private static final Instant LATER = Instant.parse("2040-01-01T00:00:00Z");
    private static final List<String> OLD = List.of("home", "phone");

    @Inject
    NotificationFlow flow;

    @Inject
    SettingRows rows;

    @BeforeEach
    void all_is_well() throws SQLException {
        home.from_now_on(Receivers.WEBHOOK_YES);
        phone.from_now_on(Receivers.NTFY_YES);
        soon().until(flow::prepared);
        soon().until(() -> since().keySet().containsAll(OLD));
    }

    @AfterEach
    void as_at_the_first_start() throws Throwable {
        execute("delete from notification.setting where name like 'channel%'");
        begin(OLD, LATER);
        forget();
    }

    @Test
    void channels_of_the_first_start_are_there_for_as_long_as_the_notifier_and_one_added_later_from_then_on()
            throws Throwable {
        execute("delete from notification.setting where name like 'channel%'");
        begin(OLD, LATER);
        Instant first = since().get("home");
        assertThat(first).isBefore(Instant.now());
        begin(List.of("home", "phone", "tablet"), LATER);
        begin(List.of("home", "phone", "tablet"), LATER.plusSeconds(60));
        assertThat(since()).isEqualTo(Map.of("home", first, "phone", first, "tablet", LATER));
    }

    @Test
    void the_first_channel_of_all_is_new_when_the_notifier_began_without_one() throws Throwable {
        execute("delete from notification.setting where name like 'channel%'");
        begin(List.of(), LATER);
        begin(List.of("tablet"), LATER);
        assertThat(since()).isEqualTo(Map.of("tablet", LATER));
    }

    @Test
    void a_channel_that_was_taken_out_and_comes_back_is_new_again() throws Throwable {
        begin(List.of("home"), LATER);
        begin(OLD, LATER);
        assertThat(since().get("home")).isBefore(Instant.now());
        assertThat(since().get("phone")).isEqualTo(LATER);
    }

    @Test
    void what_happened_before_is_written_down_there_and_told_on_the_others() throws Throwable {
        begin(List.of("home"), LATER);
        begin(OLD, LATER);
        forget();
        var movie = MediaId.movie(81_001);
        var event = Occurrence.at(Instant.now(), Via.HOOK, "test", NaturalKey.of("available", movie));
        TopicWriter.tell(new MediaBecameAvailable(movie, Optional.of("jellyfin"), Optional.empty()), event);
        soon().untilAsserted(
                        () -> assertThat(row(event, "home").getString("state")).isEqualTo("SENT"));
        soon().untilAsserted(
                        () -> assertThat(row(event, "phone").getString("state")).isEqualTo("SUPPRESSED"));
        assertThat(row(event, "phone").getString("reason")).isEqualTo("happened before this channel was added");
        assertThat(phone.taken()).noneMatch(message -> message.body().contains("81001"));
    }

    private static JsonPath row(Occurrence event, String channel) {
        return known().get(API + "deliveries/" + event.id() + "|" + channel).jsonPath();
    }

    private void begin(List<String> channels, Instant now) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> rows.begin(channels, now));
    }

    /** The settings are read again at once. */
    private static void forget() {
        known().body("{\"mutes\":[]}").put(API + "mutes").then().statusCode(200);
    }

    private Map<String, Instant> since() throws SQLException {
        var since = new TreeMap<String, Instant>();
        try (var connection = flow.jdbc().getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select split_part(name, ':', 2), (body::json #>> '{}')::timestamptz from"
                                + " notification.setting where name like 'channel-since:%'")) {
            while (found.next()) {
                since.put(found.getString(1), found.getTimestamp(2).toInstant());
            }
        }
        return since;
    }

    private void execute(String sql) throws SQLException {
        try (var connection = flow.jdbc().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static RequestSpecification known() {
        return given().header("X-Api-Key", EmbeddedStack.API_KEY).contentType("application/json");
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }
}
