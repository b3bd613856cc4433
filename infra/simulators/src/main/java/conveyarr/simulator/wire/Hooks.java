package conveyarr.simulator.wire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Sends webhooks: one try each, never again. Remembers the last thousand and what came back. */
public final class Hooks {
    private static final int REMEMBERED = 1000;

    private final Deque<SentHook> sent = new ArrayDeque<>();
    private int toDrop;

    /** The network will eat the next {@code n} hooks: the sender sees a failure, the receiver sees nothing. */
    public synchronized void drop(int n) {
        toDrop = n;
    }

    public synchronized List<SentHook> sent() {
        return List.copyOf(sent);
    }

    public SentHook post(String type, URI to, Map<String, String> headers, String body) {
        SentHook hook = eaten()
                ? new SentHook(type, Instant.now(), 0, "the network ate it", body)
                : tried(type, to, headers, body);
        remember(hook);
        return hook;
    }

    private SentHook tried(String type, URI to, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
                .timeout(Duration.ofSeconds(100)) // Radarr's limit; Seerr has none
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            int status = Peer.CLIENT
                    .send(request.build(), BodyHandlers.ofByteArray())
                    .statusCode();
            return new SentHook(type, Instant.now(), status, "", body);
        } catch (IOException unreachable) {
            return new SentHook(type, Instant.now(), 0, String.valueOf(unreachable), body);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new SentHook(type, Instant.now(), 0, "stopped", body);
        }
    }

    private synchronized boolean eaten() {
        return toDrop > 0 && toDrop-- > 0;
    }

    private synchronized void remember(SentHook hook) {
        sent.addLast(hook);
        if (sent.size() > REMEMBERED) {
            sent.removeFirst();
        }
    }
}
