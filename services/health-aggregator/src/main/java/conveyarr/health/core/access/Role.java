package conveyarr.health.core.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may do; each includes the ones before it. */
public enum Role {
    /** Sees the pages. */
    READER,
    /** Acts on downloads, requests, hooks and messages. */
    OPERATOR,
    /** Changes settings and accounts. */
    ADMIN;

    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
