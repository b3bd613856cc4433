package conveyarr.download.lab;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.AcquisitionEvent.ReleaseGrabbed;
import conveyarr.events.DomainEvent;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicWriter;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What looking at 300 and at 5,000 torrents every 2 s costs the packaged service, {@code infra/bench/watcher.sh}; what each that runs costs once
 * a minute comes on top.
 */
@EnabledIfSystemProperty(named = "conveyarr.lab", matches = "true")
class PollLab {
    private static final Duration MEASURED = Duration.ofSeconds(6);
    private static final Duration SETTLED = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    @Test
    void three_hundred_and_five_thousand() throws Exception {
        try (var few = Swarm.of(folder.resolve("few"));
                var many = Swarm.of(folder.resolve("many"));
                var watcher = WatcherProcess.of(Map.of("few", few, "many", many))) {
            many.done(hashes("d", 4_700));
            many.goAway();
            watcher.start();
            LockSupport.parkNanos(SETTLED.toNanos());
            double idle = watcher.coreShare(MEASURED.dividedBy(2));
            watch(few, hashes("a", 300), 300);
            System.out.printf(
                    "watcher: 300 torrents, all running, looked at every 2 s: %.1f %% of a core (%.1f %% without any)%n",
                    watcher.coreShare(MEASURED), idle);
            few.goAway();
            many.comeBack();
            watch(many, hashes("b", 300), 5_300);
            System.out.printf(
                    "watcher: 5,000 torrents, 300 of them running: %.1f %% of a core%n", watcher.coreShare(MEASURED));
            assertThat(rows("Running")).isEqualTo(600);
        }
    }

    /** Grabbed, added, and all seen. */
    private static void watch(Swarm swarm, List<String> hashes, int rows) throws Exception {
        Map<DomainEvent, Occurrence> grabs = new HashMap<>();
        hashes.forEach(hash -> grabs.put(
                new ReleaseGrabbed(movie(hash), "radarr", hash.toUpperCase(), "Movie", 1, Optional.empty(), 1),
                Occurrence.at(java.time.Instant.now(), Via.HOOK, "radarr", NaturalKey.of("grab", hash))));
        TopicWriter.tellAll(grabs);
        swarm.add(hashes);
        soon().until(() -> rows("Finished") + rows("Unclaimed") + rows("Running") >= rows && rows("Awaited") == 0);
        LockSupport.parkNanos(SETTLED.toNanos());
    }

    private static MediaId movie(String hash) {
        return MediaId.movie((hash.charAt(0) - 'a') * 10_000 + Integer.parseInt(hash.substring(36)) + 1);
    }

    static List<String> hashes(String digit, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> digit.repeat(36) + String.format("%04d", i))
                .toList();
    }

    private static long rows(String kind) throws Exception {
        var stack = EmbeddedStack.running();
        try (var database = DriverManager.getConnection(
                        "jdbc:postgresql://" + stack.postgresAddress(),
                        stack.postgresUser(),
                        stack.postgresPassword());
                var query = database.prepareStatement("select count(*) from download.download where kind = ?")) {
            query.setString(1, kind);
            var found = query.executeQuery();
            found.next();
            return found.getLong(1);
        }
    }

    static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(100));
    }
}
