package conveyarr.request.in;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The last hooks that were turned away, without their bodies; lost at a restart. They show why nothing arrives from a program. */
@Singleton
class Rejections {
    private static final Logger LOGGER = Logger.getLogger(Rejections.class);
    private static final int MOST = 1000;
    private static final int LONGEST_NAME = 64;

    private final Deque<Rejection> last = new ArrayDeque<>();

    record Why(int status, String reason) {}

    record Rejection(
            UUID receipt, Instant receivedAt, String source, String remote, Map<String, String> headers, Why why) {}

    void add(UUID receipt, String instance, HttpServerRequest request, Why why) {
        String source = instance.length() > LONGEST_NAME ? instance.substring(0, LONGEST_NAME) : instance;
        String printable = source.replaceAll("[^\\x20-\\x7E]", "?");
        String remote = String.valueOf(request.remoteAddress().hostAddress());
        var headers = KeptHeaders.of(request.headers());
        LOGGER.infof(
                "hook.rejected source=%s remote=%s status=%d cause=%s", printable, remote, why.status(), why.reason());
        keep(new Rejection(receipt, Instant.now(), printable, remote, headers, why));
    }

    private synchronized void keep(Rejection rejection) {
        last.addFirst(rejection);
        if (last.size() > MOST) {
            last.removeLast();
        }
    }

    /** Newest first. */
    synchronized List<Rejection> all() {
        return List.copyOf(last);
    }
}
