package conveyarr.health;

import conveyarr.testkit.EmbeddedStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An open tab, as far as the server sees it: collects the lines of the event stream. */
final class Stream implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpResponse<java.util.stream.Stream<String>> answer;

    Stream(URI at) throws IOException, InterruptedException {
        this(at, "X-Api-Key", EmbeddedStack.API_KEY);
    }

    /** {@code headers} are names and values in turn. */
    Stream(URI at, String... headers) throws IOException, InterruptedException {
        answer = client.send(HttpRequest.newBuilder(at).headers(headers).build(), BodyHandlers.ofLines());
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try {
            answer.body().forEach(lines::add);
        } catch (UncheckedIOException _) {
            // the tab was closed
        }
    }

    List<String> lines() {
        return lines;
    }

    String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
