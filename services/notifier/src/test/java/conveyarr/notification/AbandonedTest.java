package conveyarr.notification;

import static conveyarr.notification.Receivers.home;
import static conveyarr.notification.Receivers.phone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.wire.Json;
import conveyarr.notification.core.Call.Send;
import conveyarr.notification.core.Delivery.Claimed;
import conveyarr.notification.core.Delivery.Letter;
import conveyarr.notification.core.Delivery.Origin;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.Notification.Text;
import conveyarr.notification.core.Target;
import conveyarr.notification.core.Tone;
import conveyarr.testkit.EmbeddedStack;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a process leaves that was killed in the middle of 500 sends: claims without an answer. {@code KillLab} does it with a real one. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(Receivers.class)
class AbandonedTest {
    private static final int EACH = 250;

    @Inject
    NotificationFlow flow;

    @Inject
    MeterRegistry registry;

    @Test
    void nothing_is_told_twice_and_nothing_is_lost_in_silence() throws SQLException {
        home.from_now_on(Receivers.WEBHOOK_YES);
        phone.from_now_on(Receivers.NTFY_YES);
        double atHome = doubts("home");
        double onPhone = doubts("phone");
        await().atMost(Duration.ofSeconds(30)).until(flow::prepared);
        try (var connection = flow.jdbc().getConnection()) {
            for (int i = 0; i < EACH; i++) {
                abandon(connection, claim("home", i));
                abandon(connection, claim("phone", i));
            }
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(count("Sent")).isEqualTo(EACH);
            assertThat(count("InDoubt")).isGreaterThanOrEqualTo(EACH);
        });
        assertThat(doubts("home") - atHome).isEqualTo(EACH);
        assertThat(doubts("phone") - onPhone).isBetween((double) EACH, EACH + 1.0); // the other test has one
        assertThat(home.taken())
                .filteredOn(message -> message.body().contains("Abandoned"))
                .hasSize(EACH)
                .extracting(message -> message.headers().get("webhook-id"))
                .doesNotHaveDuplicates();
        assertThat(phone.taken())
                .noneMatch(message ->
                        String.valueOf(message.json(Map.class).get("title")).contains("Abandoned"));
    }

    /** The call that made it failed again and again meanwhile, and its next try is far away. */
    @Test
    void a_claim_does_not_wait_for_the_call_that_made_it() throws SQLException {
        await().atMost(Duration.ofSeconds(30)).until(flow::prepared);
        String id = claim("phone", EACH).letter().id().toString();
        try (var connection = flow.jdbc().getConnection();
                var later = connection.createStatement()) {
            connection.setAutoCommit(false);
            abandon(connection, claim("phone", EACH));
            later.execute(
                    "update notification.call set due_at = now() + interval '1 hour' where body like '%" + id + "%'");
            later.execute(
                    "update notification.delivery set due_at = now() - interval '60 seconds' where id = '" + id + "'");
            connection.commit();
            connection.setAutoCommit(true);
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(kind(id)).isEqualTo("InDoubt"));
    }

    private double doubts(String channel) {
        return registry.find("conveyarr.notifications").tags("channel", channel, "result", "doubt").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private String kind(String id) throws SQLException {
        try (var connection = flow.jdbc().getConnection();
                var query = connection.prepareStatement("select kind from notification.delivery where id = ?")) {
            query.setString(1, id);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static Claimed claim(String channel, int number) {
        var event = Occurrence.at(Instant.now(), Via.HOOK, "test", NaturalKey.of("abandoned", number));
        var told = new Notification(
                event.id(),
                MediaId.movie(90_000 + number),
                "library.available.v1",
                event.at(),
                new Text("Abandoned " + number, "", Tone.OK));
        var origin = new Origin(Optional.empty(), List.of(), Optional.empty());
        return new Claimed(
                new Letter(Target.everybody(channel), told, origin),
                1,
                Instant.now().minusSeconds(60));
    }

    private static void abandon(Connection connection, Claimed claim) throws SQLException {
        String id = claim.letter().id().toString();
        try (var row = connection.prepareStatement(
                        "insert into notification.delivery (id, kind, state, changed_at, version) values (?, 'Claimed', ?, now(), 0)");
                var call =
                        connection.prepareStatement("insert into notification.call (kind, body) values ('Send', ?)")) {
            row.setString(1, id);
            row.setString(2, Json.write(claim));
            row.executeUpdate();
            call.setString(1, Json.write(new Send(id, 1)));
            call.executeUpdate();
        }
    }

    private int count(String kind) throws SQLException {
        try (var connection = flow.jdbc().getConnection();
                var query = connection.prepareStatement(
                        "select count(*) from notification.delivery where kind = ? and state like '%Abandoned%'")) {
            query.setString(1, kind);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
