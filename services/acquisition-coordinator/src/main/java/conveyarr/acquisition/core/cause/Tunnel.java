package conveyarr.acquisition.core.cause;

import java.time.Duration;
import java.time.Instant;

/** What was last said of a VPN gateway. Word that is not repeated within a while counts for nothing. */
public record Tunnel(boolean down, Instant at) {
    private static final Duration FRESH = Duration.ofSeconds(90);
    public static final Tunnel UNKNOWN = new Tunnel(false, Instant.EPOCH);

    public Tunnel told(boolean isDown, Instant when) {
        return when.isBefore(at) ? this : new Tunnel(isDown, when);
    }

    public boolean isDown(Instant now) {
        return down && at.plus(FRESH).isAfter(now);
    }
}
