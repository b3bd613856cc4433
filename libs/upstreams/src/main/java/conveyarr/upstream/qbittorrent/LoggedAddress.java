package conveyarr.upstream.qbittorrent;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The external address where {@code server_state} has none: read from the log, and seldom, since the whole of it comes. */
final class LoggedAddress {
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Entrance entrance;
    private final InstantSource clock;
    private volatile Instant askedAt = Instant.MIN;
    private volatile Optional<String> last = Optional.empty();

    LoggedAddress(Entrance entrance, InstantSource clock) {
        this.entrance = entrance;
        this.clock = clock;
    }

    /** Never fails: without the log all else is known as well. */
    Uni<Optional<String>> newest() {
        if (clock.instant().isBefore(askedAt.plus(EVERY))) {
            return Uni.createFrom().item(last);
        }
        askedAt = clock.instant();
        return entrance.call((api, cookie) -> api.infoLog(cookie))
                .map(ExternalAddress::newest)
                .invoke(told -> last = told)
                .onFailure()
                .recoverWithItem(() -> last);
    }
}
