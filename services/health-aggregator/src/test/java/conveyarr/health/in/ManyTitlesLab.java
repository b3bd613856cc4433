package conveyarr.health.in;

import static org.awaitility.Awaitility.await;

import conveyarr.events.AcquisitionEvent.AcquisitionStarted;
import conveyarr.events.DomainEvent;
import conveyarr.events.MediaId;
import conveyarr.events.Occurrence;
import conveyarr.flow.wire.EventWriter;
import conveyarr.health.HealthFlow;
import conveyarr.health.SimulatedPrograms;
import conveyarr.health.Told;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How quick the lists and the first page are with many titles, and how soon ten open tabs show a new one. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(SimulatedPrograms.class)
@EnabledIfSystemProperty(named = "conveyarr.lab", matches = "true")
class ManyTitlesLab {
    private static final int TITLES = 10_000;
    private static final int WARM = 60;
    private static final int SAMPLES = 200;
    private static final int TABS = 10;
    private static final int NEWS = 40;
    private static final Duration LIMIT = Duration.ofMinutes(4);
    /** What the script of the page waits before it asks. */
    private static final Duration CALM = Duration.ofMillis(200);

    @Inject
    HealthFlow flow;

    @TestHTTPResource("/")
    URI root;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void lists_of_ten_thousand_titles_and_ten_tabs() throws Exception {
        await().atMost(Duration.ofSeconds(60)).until(flow::prepared);
        TopicWriter.tellAll(lives());
        await().atMost(LIMIT).until(() -> total() >= TITLES);
        for (String path : List.of(
                "requests",
                "api/v1/requests?limit=50",
                "requests?stage=downloading",
                "requests?stage=needs_you,failed",
                "requests?kind=movie",
                "requests?user=ana",
                "requests?q=title%2077",
                "requests?q=d0d1000000000000000000000000000000007777",
                "requests?q=nothing-like-it",
                deep(),
                "",
                "api/v1/overview",
                "api/v1/summary",
                "api/v1/stages?days=365",
                "health")) {
            measure(path);
        }
        tabs();
    }

    /** Six of ten are on the shelf, the others are somewhere on the way. */
    private static Map<DomainEvent, Occurrence> lives() {
        var events = new LinkedHashMap<DomainEvent, Occurrence>();
        for (int number = 1; number <= TITLES; number++) {
            var movie = MediaId.movie(100_000 + number);
            var life = new ArrayList<>(Told.life(movie, "Title " + number));
            life.set(3, Told.at(3, Told.grab(movie, "D0D1" + "%036d".formatted(number)), "radarr"));
            int far = number % 10 < 6 ? life.size() : number % 10 - 5;
            life.subList(0, far).forEach(told -> events.put(told.event(), told.occurrence()));
        }
        return events;
    }

    private long total() throws Exception {
        String stages = get("api/v1/stages?days=365");
        return Arrays.stream(stages.split("\"now\":"))
                        .skip(1)
                        .mapToLong(part -> Long.parseLong(part.replaceAll("\\D.*", "")))
                        .sum()
                + Long.parseLong(stages.replaceAll("(?s).*\"whole\":\\{\"count\":(\\d+).*", "$1"));
    }

    /** The hundredth part of the list. */
    private String deep() throws Exception {
        String cursor = "";
        for (int part = 0; part < 100; part++) {
            cursor = get("api/v1/requests?limit=50&cursor=" + cursor).replaceAll("(?s).*\"next\":\"([^\"]+)\".*", "$1");
        }
        return "requests?cursor=" + cursor;
    }

    private void measure(String path) throws Exception {
        long[] took = new long[SAMPLES];
        for (int i = -WARM; i < SAMPLES; i++) {
            long start = System.nanoTime();
            get(path);
            if (i >= 0) {
                took[i] = System.nanoTime() - start;
            }
        }
        print("/" + path, took);
    }

    private static void print(String what, long[] took) {
        Arrays.sort(took);
        System.out.printf(
                "titles: %-60s p50 %6.1f ms  p99 %6.1f ms  most %6.1f ms%n",
                what, took[took.length / 2] / 1e6, took[took.length * 99 / 100] / 1e6, took[took.length - 1] / 1e6);
    }

    private void tabs() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tabs = new ArrayList<Tab>();
            for (int i = 0; i < TABS; i++) {
                tabs.add(new Tab());
            }
            var all = new ArrayList<Long>();
            for (int i = 0; i < NEWS; i++) {
                String title = "Fresh " + i + " arrives";
                var movie = MediaId.movie(900_000 + i);
                long start = System.nanoTime();
                tabs.forEach(tab -> tab.changed.clear());
                var shown = new ArrayList<Future<Long>>();
                tabs.forEach(tab -> shown.add(threads.submit(() -> tab.shows(title, start))));
                var told =
                        Told.at(1000 + i, new AcquisitionStarted(movie, "radarr", title, Optional.empty()), "radarr");
                // Told now, since the past is committed with less haste.
                TopicWriter.send(EventWriter.write(
                        told.event(), told.occurrence(), told.occurrence().id(), Instant.now()));
                for (var one : shown) {
                    all.add(one.get(20, TimeUnit.SECONDS));
                }
            }
            print(
                    "event to the row of 10 open tabs",
                    all.stream().mapToLong(Long::longValue).toArray());
            tabs.forEach(Tab::close);
        }
    }

    private final class Tab {
        private final LinkedBlockingQueue<String> changed = new LinkedBlockingQueue<>();
        private final Stream<String> lines;

        Tab() throws Exception {
            lines = http.send(request("ui/live"), BodyHandlers.ofLines()).body();
            Thread.ofVirtual().start(() -> lines.filter(line -> line.startsWith("data:rq_"))
                    .forEach(changed::add));
        }

        private void follow() {
            try {
                lines.filter(line -> line.startsWith("data:rq_")).forEach(changed::add);
            } catch (UncheckedIOException _) { // the tab was closed
            }
        }

        long shows(String title, long start) throws Exception {
            while (changed.poll(20, TimeUnit.SECONDS) != null) {
                Thread.sleep(CALM);
                changed.clear();
                if (get("requests").contains(title)) {
                    return System.nanoTime() - start;
                }
            }
            throw new IllegalStateException("not shown: " + title);
        }

        void close() {
            lines.close();
        }
    }

    private String get(String path) throws Exception {
        var answer = http.send(request(path), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(root.resolve(path))
                .header("X-Api-Key", EmbeddedStack.API_KEY)
                .build();
    }
}
