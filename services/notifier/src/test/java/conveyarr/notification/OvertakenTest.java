package conveyarr.notification;

import static conveyarr.notification.Receivers.phone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conveyarr.events.EventId;
import conveyarr.events.MediaId;
import conveyarr.flow.wire.Json;
import conveyarr.notification.core.Call.Send;
import conveyarr.notification.core.Change;
import conveyarr.notification.core.Delivery;
import conveyarr.notification.core.Delivery.Letter;
import conveyarr.notification.core.Delivery.Origin;
import conveyarr.notification.core.Delivery.Queued;
import conveyarr.notification.core.Delivery.Sent;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.Notification.Text;
import conveyarr.notification.core.Target;
import conveyarr.notification.core.Tone;
import conveyarr.testkit.EmbeddedStack;
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
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A change that was refused and is tried again does not undo the one that came after it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(Receivers.class)
class OvertakenTest {
    private static final Text FRESH = new Text("fresh", "", Tone.OK);

    @Inject
    NotificationFlow flow;

    @Test
    void the_older_change_is_dropped_and_the_newest_goes_out() throws SQLException {
        phone.from_now_on(Receivers.NTFY_YES);
        await().atMost(Duration.ofSeconds(30)).until(flow::prepared);
        var first = letter("Overtaken: 1", Optional.empty());
        var change = Optional.of(new Change(first.id().toString(), FRESH));
        var older = letter("Overtaken: 2", change);
        var newer = letter("Overtaken: 3", change);
        var newest = letter("Overtaken: 4", change);
        try (var connection = flow.jdbc().getConnection()) {
            keep(connection, new Sent(first, Optional.of("sequence")), first, 4);
            keep(connection, new Sent(newer, Optional.of("sequence")), newer, 2);
            keep(connection, new Queued(older, 1), older, 3);
            keep(connection, new Queued(newest, 1), newest, 1);
            call(connection, older);
            call(connection, newest);
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(kind(older)).isEqualTo("Suppressed");
            assertThat(kind(newest)).isEqualTo("Sent");
        });
        assertThat(phone.taken().stream()
                        .map(message -> String.valueOf(message.json(Map.class).get("title")))
                        .filter(title -> title.matches("Overtaken: [1-4]")))
                .containsExactly("Overtaken: 4");
    }

    /** It went out beside the message, when nobody knew yet what had become of that one: what this one says is said nowhere else. */
    @Test
    void a_newer_one_that_was_a_message_of_its_own_takes_nothing_from_the_older_change() throws SQLException {
        phone.from_now_on(Receivers.NTFY_YES);
        await().atMost(Duration.ofSeconds(30)).until(flow::prepared);
        var first = letter("Overtaken: 5", Optional.empty());
        var change = Optional.of(new Change(first.id().toString(), FRESH));
        var older = letter("Overtaken: 6", change);
        var beside = letter("Overtaken: 7", change);
        try (var connection = flow.jdbc().getConnection()) {
            keep(connection, new Sent(first, Optional.of("sequence")), first, 4);
            keep(connection, new Sent(beside, Optional.of("another")), beside, 2);
            keep(connection, new Queued(older, 1), older, 3);
            call(connection, older);
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(kind(older)).isEqualTo("Sent"));
    }

    private static Letter letter(String title, Optional<Change> change) {
        var told = new Notification(
                EventId.of(new UUID(0, 7), title),
                MediaId.movie(91_000),
                "library.available.v1",
                Instant.now(),
                new Text(title, "", Tone.OK));
        return new Letter(Target.everybody("phone"), told, new Origin(Optional.empty(), List.of(), change));
    }

    private static void keep(Connection connection, Delivery state, Letter letter, int secondsAgo) throws SQLException {
        try (var row = connection.prepareStatement(
                "insert into notification.delivery (id, kind, state, changed_at, version, seen_at)"
                        + " values (?, ?, ?, now(), 0, now() - ? * interval '1 second')")) {
            row.setString(1, letter.id().toString());
            row.setString(2, state.getClass().getSimpleName());
            row.setString(3, Json.write(state));
            row.setInt(4, secondsAgo);
            row.executeUpdate();
        }
    }

    private static void call(Connection connection, Letter letter) throws SQLException {
        try (var call = connection.prepareStatement("insert into notification.call (kind, body) values ('Send', ?)")) {
            call.setString(1, Json.write(new Send(letter.id().toString(), 1)));
            call.executeUpdate();
        }
    }

    private String kind(Letter letter) throws SQLException {
        try (var connection = flow.jdbc().getConnection();
                var query = connection.prepareStatement("select kind from notification.delivery where id = ?")) {
            query.setString(1, letter.id().toString());
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
