package conveyarr.notification.channel;

import conveyarr.flow.http.OffLimits;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/**
 * Finds the addresses of a host, and gives none that nobody may be sent to. The connection is made to the very address that was looked at, so
 * that a name cannot lead elsewhere a moment later.
 */
final class Reach {
    private static final Duration WITHIN = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final Names names;

    /** How a name is looked up. */
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** The host must not be called. */
    static final class Forbidden extends Exception {
        private static final long serialVersionUID = 1L;

        Forbidden(String message) {
            super(message);
        }
    }

    Reach(Vertx vertx, Names names) {
        this.vertx = vertx;
        this.names = names;
    }

    /** Fails with {@link Forbidden} when any of the addresses is off limits: such a name is no good in the whole. */
    Uni<List<InetAddress>> of(String host) {
        return Uni.createFrom()
                .completionStage(() -> vertx.getDelegate()
                        .executeBlocking(() -> allowed(host), false)
                        .toCompletionStage())
                .ifNoItem()
                .after(WITHIN)
                .failWith(() -> new UnknownHostException(host + ": the name service does not answer"));
    }

    private List<InetAddress> allowed(String host) throws UnknownHostException, Forbidden {
        var found = List.of(names.of(host));
        for (InetAddress address : found) {
            var why = OffLimits.why(address);
            if (why.isPresent()) {
                throw new Forbidden(host + " is " + why.get() + ", where no message goes");
            }
        }
        return found;
    }
}
