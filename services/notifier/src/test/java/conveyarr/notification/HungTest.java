package conveyarr.notification;

import static conveyarr.notification.Receivers.home;
import static conveyarr.notification.Receivers.phone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conveyarr.events.DomainEvent;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.notification.Receiver.Behaviour.Silence;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/** A receiver accepts each connection and never answers. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(Receivers.class)
class HungTest {
    private static final int EVENTS = 100;

    @Inject
    NotificationFlow flow;

    @Test
    void a_channel_that_hangs_holds_up_no_other_and_loses_nothing() throws SQLException {
        soon().until(flow::prepared);
        home.from_now_on(new Silence());
        phone.from_now_on(Receivers.NTFY_YES);
        TopicWriter.tellAll(
                IntStream.range(0, EVENTS).boxed().collect(Collectors.toMap(HungTest::event, HungTest::now)));
        soon().until(() -> phone.taken().stream()
                        .filter(message -> message.body().contains("87000"))
                        .count()
                == EVENTS);
        assertThat(atHome("Queued"))
                .as("what has not even been tried there by now")
                .isPositive();
        home.from_now_on(Receivers.WEBHOOK_YES);
        soon().until(() -> atHome("Sent") == EVENTS);
    }

    private static DomainEvent event(int number) {
        return new MediaBecameAvailable(MediaId.movie(87_000_000 + number), Optional.empty(), Optional.empty());
    }

    private static Occurrence now(int number) {
        return Occurrence.at(Instant.now(), Via.HOOK, "hung", NaturalKey.of("hung", number));
    }

    private long atHome(String kind) throws SQLException {
        try (var connection = flow.jdbc().getConnection();
                var query = connection.prepareStatement(
                        "select count(*) from notification.delivery where kind = ? and id like '%|home' and state like '%87000%'")) {
            query.setString(1, kind);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60));
    }
}
