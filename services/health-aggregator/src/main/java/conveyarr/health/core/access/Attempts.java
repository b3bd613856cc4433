package conveyarr.health.core.access;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Wrong passwords by the address that they came from: after some, that address has to wait, longer each time. Right ones cost nothing. */
public record Attempts(Map<String, Failed> byAddress) {
    public static final Attempts NONE = new Attempts(Map.of());
    private static final int FREE = 5;
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;

    /** How often, and when last. */
    public record Failed(int times, Instant last) {
        Instant free() {
            int over = times - FREE;
            Duration wait = over < 0 ? Duration.ZERO : FIRST.multipliedBy(1L << Math.min(over, 7));
            return last.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        }
    }

    /** Until when nothing is looked at; empty when it may try. */
    public Optional<Instant> blockedUntil(String address, Instant now) {
        return Optional.ofNullable(byAddress.get(address))
                .filter(failed -> failed.times() >= FREE)
                .map(Failed::free)
                .filter(now::isBefore);
    }

    public Attempts failed(String address, Instant now) {
        var next = new HashMap<String, Failed>();
        byAddress.forEach((one, failed) -> {
            if (failed.last().plus(LONGEST).isAfter(now)) {
                next.put(one, failed);
            }
        });
        int times = Optional.ofNullable(next.get(address)).map(Failed::times).orElse(0);
        if (next.size() < REMEMBERED || times > 0) {
            next.put(address, new Failed(times + 1, now));
        }
        return new Attempts(Map.copyOf(next));
    }

    public Attempts succeeded(String address) {
        var next = new HashMap<>(byAddress);
        next.remove(address);
        return new Attempts(Map.copyOf(next));
    }
}
