package conveyarr.health.core.incident;

import conveyarr.events.MediaId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One trouble from its beginning to its end.
 *
 * @param id that of the event that began it
 * @param about the program, the client or the gateway
 * @param end absent while it lasts
 * @param why in the words of the event
 * @param also programs that went down with it, since they are behind it
 */
public record Incident(
        UUID id,
        Cause cause,
        String about,
        Instant begin,
        Optional<Instant> end,
        String why,
        Affected affected,
        List<String> also) {

    public enum Cause {
        VPN_DOWN,
        VPN_NETWORK_LOST,
        VPN_UNSTABLE,
        LEAK,
        PORT_DEAF,
        CLIENT_UNREACHABLE,
        CLIENT_DISCONNECTED,
        CLIENT_DEAF,
        DISK_FULL,
        MANY_STALLED,
        PROGRAM_DOWN,
        PROGRAM_DEGRADED,
        PROGRAM_UNSTABLE
    }

    /** {@code held} downloads waited for it, {@code lost} of them failed or vanished meanwhile. */
    public record Affected(int held, int lost, Set<MediaId> media) {
        static final Affected NONE = new Affected(0, 0, Set.of());
    }

    public Duration length(Instant now) {
        return Duration.between(begin, end.orElse(now));
    }

    boolean covers(Instant at, Duration slack) {
        return !at.isBefore(begin.minus(slack))
                && end.map(last -> !at.isAfter(last.plus(slack))).orElse(true);
    }
}
