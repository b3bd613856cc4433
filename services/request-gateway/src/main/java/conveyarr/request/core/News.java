package conveyarr.request.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Something became available since {@code wanted}, and the Seerr instances were last told to look at {@code told}. Pure. */
public record News(Optional<Instant> wanted, Optional<Instant> told) {
    public static final News NONE = new News(Optional.empty(), Optional.empty());

    public News heard(Instant at) {
        return new News(wanted.or(() -> Optional.of(at)), told);
    }

    /** However much becomes available, one look finds it all. */
    public boolean isDue(Instant now, Duration pause) {
        return wanted.isPresent()
                && told.filter(last -> last.plus(pause).isAfter(now)).isEmpty();
    }

    /** The second of several that are told in one round changes nothing. */
    public News toldAt(Instant now) {
        return told.equals(Optional.of(now)) ? this : new News(Optional.empty(), Optional.of(now));
    }
}
