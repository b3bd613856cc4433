package conveyarr.acquisition.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conveyarr.acquisition.AcquisitionFlow;
import conveyarr.events.Topics;
import conveyarr.flow.Hook;
import conveyarr.flow.wire.EventWriter;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicReader;
import conveyarr.testkit.TopicWriter;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** A reader that dies after the commit of its transaction and before the broker has its acknowledgement is followed by one that reads the record again. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class CommitBeforeAckTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String MEDIA = "movie:tmdb:900777";
    private static final String GRAB = """
            {"eventType":"Grab","movie":{"id":77,"title":"Mirror","year":1975,"tmdbId":900777},
            "release":{"releaseTitle":"Mirror.1975-GRP","size":1},"downloadId":"CRASH77"}""";

    /** The clock that looks for causes tells of the same film, in its own time. */
    private static final String OF_THE_HOOK =
            "select count(*) from acquisition.outbox where headers::jsonb ->> 'ce_via' = 'hook' and key = '" + MEDIA
                    + "'";

    @Inject
    AcquisitionFlow flow;

    @Inject
    HookListener listener;

    private final TopicPartition place = new TopicPartition("crash-" + UUID.randomUUID(), 0);

    @Test
    void it_is_handled_again_and_has_no_second_effect() throws Throwable {
        await().atMost(PATIENCE).until(flow::prepared);
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", EmbeddedStack.running().bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(place.topic(), Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
        byte[] body = GRAB.getBytes(StandardCharsets.UTF_8);
        TopicWriter.send(EventWriter.write(new Hook(UUID.randomUUID(), "radarr", Instant.now(), body), place.topic()));

        long first = handledByOneThatDies();
        long effects = effects();
        assertThat(effects).isPositive();
        assertThat(handledByOneThatDies()).isEqualTo(first);
        assertThat(effects()).isEqualTo(effects);

        await().atMost(PATIENCE).until(() -> unsent() == 0);
        assertThat(TopicReader.eventsAbout(Topics.ACQUISITIONS, MEDIA))
                .hasSizeGreaterThanOrEqualTo((int) effects)
                .containsOnlyOnce("acquisition.started.v1", "acquisition.release-grabbed.v1");
    }

    /** Returns the place of the record that it handled to the end of the transaction, and never acknowledged. */
    private long handledByOneThatDies() throws Throwable {
        try (var dying = new KafkaConsumer<String, byte[]>(settings())) {
            dying.subscribe(List.of(place.topic()));
            var records = next(dying);
            VertxContextSupport.subscribeAndAwait(
                    () -> ClientProxy.unwrap(listener).on(records));
            return records.iterator().next().offset();
        }
    }

    private ConsumerRecords<String, byte[]> next(KafkaConsumer<String, byte[]> consumer) {
        return await().atMost(PATIENCE)
                .until(() -> consumer.poll(Duration.ofMillis(200)), records -> !records.isEmpty());
    }

    private Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers",
                EmbeddedStack.running().bootstrapServers(),
                "group.id",
                place.topic(),
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed",
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class);
    }

    private long effects() throws SQLException {
        return count(OF_THE_HOOK);
    }

    private long unsent() throws SQLException {
        return count(OF_THE_HOOK + " and sent_at is null");
    }

    private long count(String sql) throws SQLException {
        try (var connection = flow.jdbc().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
