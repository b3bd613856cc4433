package conveyarr.simulator.wire;

import java.time.Instant;

/** One webhook that was sent (once) and what came back: an HTTP status, or 0 and the trouble. */
public record SentHook(String type, Instant at, int status, String trouble, String body) {

    public boolean accepted() {
        return status / 100 == 2;
    }
}
