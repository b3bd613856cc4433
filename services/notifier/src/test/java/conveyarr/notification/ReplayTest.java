package conveyarr.notification;

import static conveyarr.notification.Receivers.home;
import static conveyarr.notification.Receivers.phone;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conveyarr.events.AcquisitionEvent.ImportBlocked;
import conveyarr.events.AcquisitionEvent.ReleaseFailed;
import conveyarr.events.ComponentId;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent.DownloadFailed;
import conveyarr.events.DownloadEvent.DownloadStalled;
import conveyarr.events.DownloadId;
import conveyarr.events.HealthEvent.ComponentWentDown;
import conveyarr.events.HealthEvent.VpnBecameUnstable;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestEvent.MediaRequested;
import conveyarr.events.RequestId;
import conveyarr.events.Via;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All records are read again, as after lost offsets, a restored database or a rebuild: nobody is told anything a second time. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(Receivers.class)
class ReplayTest {
    private static final String API = "/api/v1/notifications/";
    private static final List<String> CHANNELS = Stream.of("requests", "acquisitions", "downloads", "library", "health")
            .map(topic -> "notification-" + topic)
            .toList();
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MESSAGES = 5;
    /** What other tests left in the same tables is none of ours. */
    private final Instant began = Instant.now();

    @Inject
    NotificationFlow flow;

    @Inject
    KafkaClientService kafka;

    @BeforeEach
    void all_is_well_and_has_been_for_a_day() throws SQLException {
        home.from_now_on(Receivers.WEBHOOK_YES);
        phone.from_now_on(Receivers.NTFY_YES);
        soon().until(flow::prepared);
        execute("update notification.setting set body = to_json(now() - interval '1 day')::text"
                + " where name = 'started-at' or name like 'channel-since:%'");
        known().delete(API + "rules").then().statusCode(200); // the settings are read again at once
    }

    @Test
    void what_was_told_is_not_told_again() throws SQLException {
        var world = new World(88_001);
        var places = places();
        told(world);
        execute("delete from notification.requester where media = '"
                + world.movie().key() + "'");
        rewind(places);
        await_the_end_of(world);
        assertThat(number("select count(*) from notification.requester where media = '"
                        + world.movie().key() + "'"))
                .as("the request was read again")
                .isOne();
        assertThat(onPhone(world)).hasSize(MESSAGES + world.markers().size());
        assertThat(atHome(world)).hasSize(MESSAGES + world.markers().size());
    }

    /** The schema is made anew, as its migrations make it, and all topics are read from their beginning. */
    @Test
    void what_was_told_before_a_rebuild_is_written_down_as_suppressed_and_sent_to_nobody() throws SQLException {
        var world = new World(88_002);
        var places = places();
        told(world);
        execute("truncate notification.inbox, notification.call, notification.delivery, notification.bundle,"
                + " notification.hold, notification.title, notification.requester, notification.setting");
        execute("insert into notification.setting (name, body)"
                + " select 'started-at', to_json(date_trunc('second', now()))::text");
        known().delete(API + "rules").then().statusCode(200);
        rewind(places);
        for (var event : world.events().values()) {
            soon().untilAsserted(() -> assertThat(ledger(event)).hasSize(2).allSatisfy(row -> assertThat(row)
                    .containsEntry("state", "SUPPRESSED")
                    .containsEntry("reason", "happened before notifications were first started here")));
        }
        await_the_end_of(world);
        assertThat(onPhone(world)).hasSize(MESSAGES + world.markers().size());
        assertThat(atHome(world)).hasSize(MESSAGES + world.markers().size());
    }

    /** It was judged when it came, and concerned nobody then. */
    @Test
    void a_rule_and_a_person_that_came_later_hear_nothing_of_what_was_judged_before() throws SQLException {
        var movie = MediaId.movie(88_003);
        var places = places();
        rules("{\"events\":[\"needs-you\"]}");
        var before = available(movie, "before");
        soon().until(() ->
                number("select count(*) from notification.inbox where event_id = '" + before.id() + "'") > 0);
        known().contentType("application/json")
                .body("{\"channels\":{\"home\":\"\"}}")
                .put(API + "people/late/targets")
                .then()
                .statusCode(200);
        rules("{\"events\":[\"news\"]},{\"events\":[\"news\"],\"to\":\"person:late\"}");
        rewind(places);
        var after = available(movie, "after"); // of the same partition
        soon().untilAsserted(() -> assertThat(ledger(after)).hasSize(3).allSatisfy(row -> assertThat(row)
                .containsEntry("state", "SENT")));
        assertThat(ledger(before)).isEmpty();
        known().delete(API + "rules").then().statusCode(200);
        known().delete(API + "people/late/targets").then().statusCode(204);
    }

    private static Occurrence available(MediaId movie, String key) {
        var when = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var event = Occurrence.at(when, Via.HOOK, "test", NaturalKey.of(key, movie));
        TopicWriter.tell(new MediaBecameAvailable(movie, Optional.of(key), Optional.empty()), event);
        return event;
    }

    private static void rules(String rules) {
        known().contentType("application/json")
                .body("{\"rules\":[" + rules + "]}")
                .put(API + "rules")
                .then()
                .statusCode(200);
    }

    private static void told(World world) {
        TopicWriter.tellAll(world.events());
        soon().untilAsserted(() -> assertThat(onPhone(world)).hasSize(MESSAGES));
        soon().untilAsserted(() -> assertThat(atHome(world)).hasSize(MESSAGES));
    }

    /** Behind all that was read again, one event on each partition is told; and then nothing waits any more. */
    private void await_the_end_of(World world) {
        var markers = world.markers();
        TopicWriter.tellAll(markers);
        for (var marker : markers.values()) {
            soon().untilAsserted(() -> assertThat(ledger(marker)).hasSize(2).allSatisfy(row -> assertThat(row)
                    .containsEntry("state", "SENT")));
        }
        String ours = " and %s > '" + began + "')";
        soon().until(() -> number("select (select count(*) from notification.call where done_at is null"
                        + ours.formatted("written_at")
                        + " + (select count(*) from notification.bundle where kind = 'Collecting'"
                        + ours.formatted("changed_at")
                        + " + (select count(*) from notification.hold where kind = 'Suspected'"
                        + ours.formatted("changed_at"))
                == 0);
    }

    /** What happens around one movie and one program, all in the same five partitions. */
    private record World(int number) {
        MediaId movie() {
            return MediaId.movie(number);
        }

        String name() {
            return "replayed-" + number;
        }

        /** Six events, and five messages: two downloads that fail at once are one. */
        Map<DomainEvent, Occurrence> events() {
            var all = Map.of(
                    "requested", requested(1),
                    "blocked", new ImportBlocked(movie(), "radarr", "d1", List.of("no space")),
                    "failed1", new DownloadFailed(movie(), new DownloadId("qbit", "f1"), "no space"),
                    "failed2", new DownloadFailed(movie(), new DownloadId("qbit", "f2"), "no space"),
                    "available", new MediaBecameAvailable(movie(), Optional.empty(), Optional.empty()),
                    "down", new ComponentWentDown(new ComponentId(name()), "radarr", "refused"));
            return at(Instant.now().minusSeconds(10), all);
        }

        Map<DomainEvent, Occurrence> markers() {
            var all = Map.of(
                    "marked", requested(2),
                    "given-up", new ReleaseFailed(movie(), "radarr", "d2", "no space"),
                    "stalled", new DownloadStalled(movie(), new DownloadId("qbit", "f3"), Duration.ofMinutes(10)),
                    "again", new MediaBecameAvailable(movie(), Optional.of("jellyfin"), Optional.empty()),
                    "unstable", new VpnBecameUnstable(new ComponentId(name()), 3, Duration.ofMinutes(10)));
            return at(Instant.now(), all);
        }

        private DomainEvent requested(int request) {
            return new MediaRequested(
                    movie(), new RequestId("seerr", request), name(), Optional.empty(), "p", false, List.of());
        }

        private Map<DomainEvent, Occurrence> at(Instant time, Map<String, DomainEvent> named) {
            var all = new HashMap<DomainEvent, Occurrence>();
            named.forEach((kind, event) -> all.put(
                    event,
                    Occurrence.at(time.truncatedTo(ChronoUnit.MILLIS), Via.HOOK, "test", NaturalKey.of(kind, number))));
            return all;
        }
    }

    private Map<String, Map<TopicPartition, Long>> places() {
        var places = new HashMap<String, Map<TopicPartition, Long>>();
        for (String channel : CHANNELS) {
            soon().until(() -> !positions(channel).isEmpty());
            places.put(channel, positions(channel));
        }
        return places;
    }

    private Map<TopicPartition, Long> positions(String channel) {
        return consumer(channel).getPositions().await().atMost(LONGEST);
    }

    private void rewind(Map<String, Map<TopicPartition, Long>> places) {
        places.forEach((channel, partitions) -> partitions.forEach((partition, offset) ->
                consumer(channel).seek(partition, offset).await().atMost(LONGEST)));
    }

    private KafkaConsumer<String, byte[]> consumer(String channel) {
        return kafka.getConsumer(channel);
    }

    private static List<Receiver.Message> onPhone(World world) {
        return naming(phone, world);
    }

    private static List<Receiver.Message> atHome(World world) {
        return naming(home, world);
    }

    private static List<Receiver.Message> naming(Receiver receiver, World world) {
        return receiver.taken().stream()
                .filter(message -> message.body().contains(String.valueOf(world.number())))
                .toList();
    }

    private static List<Map<String, Object>> ledger(Occurrence event) {
        return known().get(API + "deliveries?event=" + event.id()).jsonPath().getList("items");
    }

    private long number(String sql) throws SQLException {
        try (var connection = flow.jdbc().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
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
        return await().atMost(LONGEST);
    }
}
