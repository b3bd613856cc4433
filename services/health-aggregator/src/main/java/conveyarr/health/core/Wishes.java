package conveyarr.health.core;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** When somebody last wished that a check is looked at: however many wish it, no program is asked more than once in a while. */
public record Wishes(Map<String, Instant> last) {
    public static final Wishes NONE = new Wishes(Map.of());
    static final Duration PAUSE = Duration.ofSeconds(5);

    /** From when on it may be looked at again; empty when it may be now. */
    public Optional<Instant> notBefore(String check, Instant now) {
        return Optional.ofNullable(last.get(check))
                .map(at -> at.plus(PAUSE))
                .filter(now::isBefore)
                // A clock that was put back holds nothing up.
                .filter(then -> !then.isAfter(now.plus(PAUSE)));
    }

    public Wishes with(String check, Instant now) {
        var next = new HashMap<>(last);
        next.put(check, now);
        return new Wishes(Map.copyOf(next));
    }
}
