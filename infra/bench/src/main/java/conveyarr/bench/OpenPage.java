package conveyarr.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * How long a hook takes to the page that somebody has open: until the page's stream says that something changed, and the answer to the question
 * that the page then asks tells of that hook. One hook at a time, a few each second.
 */
final class OpenPage implements AutoCloseable {
    private static final int SAMPLES = 200;
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    /** What was there before has to be worked off first. */
    private static final Duration BACKLOG = Duration.ofMinutes(5);

    private static final String CHANGED = "data:";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final Installation conveyarr;
    private final Numbers numbers;
    private final BlockingQueue<String> changed = new LinkedBlockingQueue<>();
    private final Stream<String> stream;

    OpenPage(Installation conveyarr, Numbers numbers) throws IOException, InterruptedException {
        this.conveyarr = conveyarr;
        this.numbers = numbers;
        this.stream = http.send(request("/ui/live").GET().build(), BodyHandlers.ofLines())
                .body();
        Thread.ofVirtual().start(() -> stream.filter(line -> line.startsWith(CHANGED))
                .forEach(line -> changed.add(line.substring(CHANGED.length()).strip())));
    }

    /** {@code others} are those that the page did not show within ten seconds. */
    Load.Result measure() throws IOException, InterruptedException {
        if (!shows(post(System.nanoTime()), BACKLOG)) {
            throw new IOException("the page shows no hook within " + BACKLOG);
        }
        var latencies = new Histogram(LIMIT.toNanos() / 1000 + 1, 3);
        long began = System.nanoTime();
        for (int sample = 0; sample < SAMPLES; sample++) {
            Thread.sleep(BETWEEN);
            changed.clear();
            long posted = System.nanoTime();
            if (shows(post(posted), LIMIT)) {
                latencies.recordValue(Math.min(LIMIT.toNanos(), System.nanoTime() - posted) / 1000);
            }
        }
        return new Load.Result(
                Duration.ofNanos(System.nanoTime() - began), latencies, SAMPLES - latencies.getTotalCount());
    }

    private long post(long now) throws IOException, InterruptedException {
        long number = numbers.next(now);
        var hook = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + conveyarr.port() + "/hooks/radarr"))
                .header("X-Api-Key", Installation.KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(HookBody.of(number)));
        http.send(hook.build(), BodyHandlers.discarding());
        return number;
    }

    /** Every change makes the page ask for what changed, as its script does. */
    private boolean shows(long number, Duration limit) throws IOException, InterruptedException {
        String movie = String.format(Locale.ROOT, "movie:tmdb:1%09d", number);
        long since = System.nanoTime();
        for (long left = limit.toNanos(); left > 0; left = limit.toNanos() - (System.nanoTime() - since)) {
            String what = changed.poll(left, TimeUnit.NANOSECONDS);
            if (what != null && asked(what).contains(movie)) {
                return true;
            }
        }
        return false;
    }

    private String asked(String what) throws IOException, InterruptedException {
        return what.matches("[a-z]+") // the state of the programs and of the door
                ? ""
                : http.send(
                                request("/api/v1/requests/" + what + "/timeline")
                                        .GET()
                                        .build(),
                                BodyHandlers.ofString())
                        .body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (conveyarr.port() + 1) + path))
                .header("X-Api-Key", Installation.KEY);
    }

    @Override
    public void close() {
        stream.close();
        http.shutdownNow();
    }
}
