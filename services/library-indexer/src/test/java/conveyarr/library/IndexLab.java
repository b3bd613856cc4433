package conveyarr.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conveyarr.library.core.Stocked;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.SimulatedPrograms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How long the index of a very large library takes to answer, over HTTP: {@code infra/bench/library.sh}. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(SimulatedPrograms.class)
@EnabledIfSystemProperty(named = "conveyarr.lab", matches = "true")
class IndexLab {
    private static final int ITEMS = 100_000;
    private static final int AT_ONCE = 2_000;
    private static final int ASKED = 200;
    private static final List<String> WORDS = List.of(
            "silent",
            "river",
            "winter",
            "garden",
            "stranger",
            "midnight",
            "copper",
            "lantern",
            "paper",
            "harbour",
            "crimson",
            "forgotten",
            "seventh",
            "mirror",
            "thunder",
            "island",
            "velvet",
            "sparrow",
            "marble",
            "orchard");
    private final Random random = new Random(1);
    private final HttpClient http = HttpClient.newHttpClient();

    @TestHTTPResource("/")
    URI here;

    @Inject
    LibraryFlow flow;

    @Inject
    LibraryCatalogue catalogue;

    @Test
    void a_hundred_thousand_titles() throws Throwable {
        await().atMost(Duration.ofSeconds(60)).until(flow::prepared);
        long start = System.nanoTime();
        for (int from = 0; from < ITEMS; from += AT_ONCE) {
            var stock = IntStream.range(from, from + AT_ONCE)
                    .mapToObj(this::stocked)
                    .toList();
            VertxContextSupport.subscribeAndAwait(() -> catalogue.keep(stock, Instant.now()));
        }
        System.out.printf("index: %d items kept in %.1f s%n", ITEMS, (System.nanoTime() - start) / 1e9);
        analyzed();
        ask("list", n -> "limit=50");
        ask("filter", n -> "kind=movie&limit=50&q=" + word(n));
        ask("search two words", n -> "q=" + word(n) + "%20" + word(n / 20 + 7));
        ask("search a slip of the finger", n -> "q=" + word(n).replaceFirst("(.)(.)$", "$2$1") + "%20" + n % 9000);
        ask("search by id", n -> "q=movie:tmdb:" + (1 + n * 331 % ITEMS));
    }

    /** As the database does by itself within a minute. */
    private void analyzed() throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> flow.inTransaction(
                tx -> tx.createNativeQuery("analyze library.library_title").executeUpdate()));
    }

    private Stocked stocked(int n) {
        String title = word(random.nextInt(400)) + " " + word(random.nextInt(400)) + " " + n % 9000;
        String folder = "/media/movies/" + title + " (" + (1930 + n % 95) + ")";
        return new Stocked(
                "radarr",
                folder + "/" + n + ".mkv",
                "movie:tmdb:" + (n + 1),
                title,
                1930 + n % 95,
                "Bluray-1080p",
                title.replace(' ', '.') + ".1080p-GRP" + n % 50,
                null,
                null,
                4_000_000_000L + n,
                Instant.now());
    }

    private static String word(int n) {
        return WORDS.get(n % WORDS.size());
    }

    private void ask(String what, IntFunction<String> query) throws Exception {
        long[] took = new long[ASKED];
        for (int n = -20; n < ASKED; n++) {
            var question = HttpRequest.newBuilder(here.resolve("/api/v1/library?" + query.apply(n + 20)))
                    .header("X-Api-Key", EmbeddedStack.API_KEY)
                    .build();
            long start = System.nanoTime();
            int status =
                    http.send(question, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
            if (n >= 0) {
                took[n] = System.nanoTime() - start;
            }
            assertThat(status).isEqualTo(200);
        }
        Arrays.sort(took);
        System.out.printf(
                "index: %s p50 %.1f ms, p99 %.1f ms%n", what, took[ASKED / 2] / 1e6, took[ASKED * 99 / 100] / 1e6);
    }
}
