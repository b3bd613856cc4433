package conveyarr.notification.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who asked to be left alone, and until when. Going on all the same gets a sender banned (Discord: 10,000 times in 10 minutes). */
final class Pauses {
    /** No receiver may silence a channel for longer by one word. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    void keep(String place, Duration pause) {
        until.put(place, Instant.now().plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause));
    }

    /** What is left of the pause; empty when there is none. */
    Optional<Duration> at(String place) {
        return Optional.ofNullable(until.get(place))
                .map(end -> Duration.between(Instant.now(), end))
                .filter(Duration::isPositive);
    }
}
