package conveyarr.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conveyarr.download.core.Signal.Amount;
import conveyarr.download.core.Signal.Condition;
import conveyarr.download.core.Signal.Look;
import conveyarr.download.core.Signal.Seen;
import conveyarr.events.AcquisitionEvent.ReleaseGrabbed;
import conveyarr.events.DownloadId;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Topics;
import conveyarr.events.Via;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicReader;
import conveyarr.testkit.TopicWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The service on a real broker and a real database. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class DownloadWatcherTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    @Inject
    Downloads downloads;

    @Inject
    DownloadFlow flow;

    @Test
    void a_grab_that_comes_three_times_and_a_transfer_that_is_seen_give_one_life() throws Throwable {
        var movie = MediaId.movie(603);
        var id = new DownloadId("qbit", "a".repeat(40));
        var occurrence = Occurrence.at(NOON, Via.HOOK, "radarr", NaturalKey.of("grab", id.hash()));
        await().atMost(Duration.ofSeconds(30)).until(flow::prepared);
        for (int i = 0; i < 3; i++) {
            TopicWriter.tell(
                    new ReleaseGrabbed(movie, "radarr", id.hash(), "The.Matrix", 1000, Optional.empty(), 1),
                    occurrence);
        }
        see(id, look(Condition.ACTIVE, 0));
        see(id, look(Condition.ACTIVE, 500));
        see(id, look(Condition.DONE, 1000));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            see(id, look(Condition.DONE, 1000));
            assertThat(TopicReader.eventsAbout(Topics.DOWNLOADS, movie.key()))
                    .startsWith("download.started.v1")
                    .endsWith("download.completed.v1")
                    .doesNotHaveDuplicates();
        });
    }

    private void see(DownloadId id, Look look) {
        try {
            var seen = new Seen(NOON, id, look);
            var occurrence = Occurrence.at(NOON, Via.POLL, id.client(), NaturalKey.of("look", id.hash()));
            VertxContextSupport.subscribeAndAwait(() -> downloads.observe(id.hash(), occurrence, seen));
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static Look look(Condition condition, long done) {
        return new Look("The.Matrix", condition, "word", new Amount(1000, done, Optional.empty()), NOON);
    }
}
