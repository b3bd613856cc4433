package conveyarr.notification.lab;

import static conveyarr.notification.lab.NotifierProcess.soon;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent.DownloadProgressed;
import conveyarr.events.DownloadId;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.notification.Receiver;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * 500 events a second for 20 s, one in ten of them told on two channels, and meanwhile a neighbour that commits to the same database:
 * {@code infra/bench/notifier.sh}.
 */
@EnabledIfSystemProperty(named = "conveyarr.lab", matches = "true")
class LoadLab {
    private static final int SECONDS = 20;
    private static final int A_SECOND = 500;
    private static final int TOLD = SECONDS * A_SECOND / 10;

    @Test
    void five_hundred_events_a_second() throws Exception {
        try (var home = new Receiver(Receiver.answer(204, ""));
                var phone = new Receiver(Receiver.answer(200, "{\"id\":\"x\",\"event\":\"message\"}"));
                var notifier = NotifierProcess.with(home, phone);
                var neighbour = new Neighbour()) {
            notifier.start();
            neighbour.work(Duration.ofSeconds(5));
            String idle = neighbour.report();
            Instant began = Instant.now();
            flow();
            neighbour.work(Duration.ofSeconds(SECONDS));
            int sentByThen = home.taken().size() + phone.taken().size();
            soon().until(() -> home.taken().size() + phone.taken().size() >= 2 * TOLD);
            double took = Duration.between(began, Instant.now()).toMillis() / 1000.0;
            System.out.printf(
                    "notifier: %d events in %d s, %d sends in %.1f s (%.0f/s), backlog after %d s: %d; a neighbour's commit: %s idle, %s under load%n",
                    SECONDS * A_SECOND,
                    SECONDS,
                    2 * TOLD,
                    took,
                    2 * TOLD / took,
                    SECONDS,
                    2 * TOLD - sentByThen,
                    idle,
                    neighbour.report());
            assertThat(home.taken()).hasSize(TOLD);
            assertThat(phone.taken()).hasSize(TOLD);
        }
    }

    private static void flow() {
        var second = new AtomicInteger();
        var clock =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        clock.scheduleAtFixedRate(
                () -> {
                    int now = second.getAndIncrement();
                    if (now == SECONDS) {
                        clock.shutdown();
                    } else {
                        TopicWriter.tellAll(IntStream.range(now * A_SECOND, (now + 1) * A_SECOND)
                                .boxed()
                                .collect(Collectors.toMap(LoadLab::event, LoadLab::occurrence)));
                    }
                },
                0,
                1,
                TimeUnit.SECONDS);
    }

    private static DomainEvent event(int number) {
        var movie = MediaId.movie(600_000 + number);
        return number % 10 == 0
                ? new MediaBecameAvailable(movie, Optional.empty(), Optional.empty())
                : new DownloadProgressed(movie, new DownloadId("qbit", "h" + number), 10, Optional.empty());
    }

    private static Occurrence occurrence(int number) {
        return Occurrence.at(Instant.now(), Via.HOOK, "lab", NaturalKey.of("load", number, Instant.now()));
    }

    /** Another service, which commits a row every 10 ms. */
    private static final class Neighbour implements AutoCloseable {
        private final Connection database;
        private final List<Long> micros = new ArrayList<>();

        Neighbour() throws Exception {
            var stack = EmbeddedStack.running();
            database = DriverManager.getConnection(
                    "jdbc:postgresql://" + stack.postgresAddress(), stack.postgresUser(), stack.postgresPassword());
            database.createStatement().execute("create table if not exists neighbour (at timestamptz)");
        }

        void work(Duration time) throws Exception {
            micros.clear();
            long end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < end) {
                long began = System.nanoTime();
                database.createStatement().execute("insert into neighbour values (now())");
                micros.add((System.nanoTime() - began) / 1000);
                LockSupport.parkNanos(10_000_000);
            }
        }

        String report() {
            var sorted = new ArrayList<>(micros);
            Collections.sort(sorted);
            return "p50 %.1f ms p99 %.1f ms"
                    .formatted(sorted.get(sorted.size() / 2) / 1000.0, sorted.get(sorted.size() * 99 / 100) / 1000.0);
        }

        @Override
        public void close() throws Exception {
            database.close();
        }
    }
}
