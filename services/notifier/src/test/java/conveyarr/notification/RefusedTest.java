package conveyarr.notification;

import static conveyarr.notification.Receivers.home;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A channel that knows us no more says so of every message: it is shown, the others wait, and the next success ends it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(Receivers.class)
class RefusedTest {
    private static final String API = "/api/v1/notifications/";

    @Inject
    NotificationFlow flow;

    @BeforeEach
    void it_knows_us_no_more() {
        soon().until(flow::prepared);
        home.from_now_on(Receiver.answer(401, "{\"message\":\"who are you\"}"));
    }

    @AfterEach
    void all_is_well() {
        home.from_now_on(Receivers.WEBHOOK_YES);
        known().post(API + "channels/home/test").then().statusCode(200);
    }

    @Test
    @SuppressWarnings("unchecked")
    void it_is_shown_with_its_words_and_what_comes_meanwhile_waits_until_the_next_success() throws SQLException {
        var first = available(85_001);
        soon().untilAsserted(() -> assertThat(row(first)).containsEntry("state", "FAILED"));
        soon().untilAsserted(() -> assertThat(refused()).singleElement().satisfies(one -> assertThat(one)
                .containsEntry("words", "it answers HTTP 401: {\"message\":\"who are you\"}")
                .containsKey("since")));
        int asked = home.taken().size();
        var second = available(85_002);
        soon().untilAsserted(() -> assertThat(row(second)).containsEntry("state", "RETRYING"));
        assertThat((List<Map<String, Object>>) row(second).get("attempts"))
                .singleElement()
                .satisfies(attempt -> assertThat(String.valueOf(attempt.get("reason")))
                        .startsWith("refused since ")
                        .contains("HTTP 401"));
        assertThat(home.taken()).hasSize(asked);

        home.from_now_on(Receivers.WEBHOOK_YES);
        known().post(API + "channels/home/test").then().statusCode(200);
        assertThat(refused()).isEmpty();
        execute("update notification.delivery set due_at = now(), state = regexp_replace(state, '\"dueAt\":\"[^\"]*\"',"
                + " '\"dueAt\":\"" + Instant.now() + "\"') where id = '" + second.id() + "|home'");
        soon().untilAsserted(() -> assertThat(row(second)).containsEntry("state", "SENT"));
    }

    /** The key was changed while we were down. */
    @Test
    void a_change_of_its_settings_ends_it() throws SQLException {
        var first = available(85_003);
        soon().untilAsserted(() -> assertThat(row(first)).containsEntry("state", "FAILED"));
        soon().untilAsserted(() -> assertThat(refused()).hasSize(1));
        execute("update notification.refusal set settings = 'other'");
        soon().untilAsserted(() -> assertThat(refused()).isEmpty());
    }

    private static Map<String, Object> row(Occurrence event) {
        List<Map<String, Object>> rows = known().get(API + "deliveries?channel=home&event=" + event.id())
                .jsonPath()
                .getList("items");
        return rows.isEmpty() ? Map.of() : rows.getFirst();
    }

    private static List<Map<String, Object>> refused() {
        return known().get(API + "channels").jsonPath().getList("items.find { it.name == 'home' }.refused");
    }

    private static Occurrence available(int number) {
        var movie = MediaId.movie(number);
        var event = Occurrence.at(Instant.now(), Via.HOOK, "test", NaturalKey.of("available", movie));
        TopicWriter.tell(new MediaBecameAvailable(movie, Optional.of("jellyfin"), Optional.empty()), event);
        return event;
    }

    private void execute(String sql) throws SQLException {
        try (var connection = flow.jdbc().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static RequestSpecification known() {
        return given().header("X-Api-Key", EmbeddedStack.API_KEY);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }
}
