package conveyarr.faultlab;

import conveyarr.bench.HookBody;
import conveyarr.bench.Installation;
import conveyarr.faultlab.Journal.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Sends hooks one after another, at a pace and each one once, as the *arr programs do; late ones are made up for. */
final class Sender implements Runnable {
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI address;
    private final long first;
    private final Pace pace;
    private final Journal journal;

    /** {@code hooks} with so much time between two of them. */
    record Pace(int hooks, Duration between) {}

    Sender(URI address, long sender, Pace pace, Journal journal) {
        this.address = address;
        this.first = sender * Journal.STRIDE;
        this.pace = pace;
        this.journal = journal;
    }

    @Override
    public void run() {
        long start = System.nanoTime();
        try {
            for (int i = 0; i < pace.hooks(); i++) {
                long wait = start + pace.between().toNanos() * i - System.nanoTime();
                TimeUnit.NANOSECONDS.sleep(Math.max(0, wait));
                journal.put(first + i, Outcome.IN_DOUBT); // should this process die
                journal.put(first + i, send(HookBody.of(first + i)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome send(byte[] body) throws InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("X-Api-Key", Installation.KEY)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(5))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status / 100 == 2 ? Outcome.ACCEPTED : Outcome.REFUSED;
        } catch (ConnectException e) {
            return Outcome.REFUSED;
        } catch (IOException e) {
            return Outcome.IN_DOUBT;
        }
    }
}
