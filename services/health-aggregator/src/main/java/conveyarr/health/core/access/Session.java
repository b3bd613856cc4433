package conveyarr.health.core.access;

import java.time.Instant;

/** A login that lasts. The {@code generation} is that of the account's password; {@link #BY_KEY} stands for whoever showed the API key. */
public record Session(String id, String name, int generation, Instant until) {
    public static final int BY_KEY = -1;

    boolean isByKey() {
        return generation == BY_KEY;
    }
}
