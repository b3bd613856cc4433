package conveyarr.library.core;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What was told of a series so far: that it has {@code begun}, which {@code seasons} are complete, whether {@code all} that was aired is there.
 * {@code recount} is when we look again whether what lacked is there, or is not wanted any more.
 */
public record Progress(boolean begun, Set<Integer> seasons, boolean all, Optional<Instant> recount) {
    static final Progress NONE = new Progress(false, Set.of(), false, Optional.empty());

    public Progress {
        seasons = seasons == null ? Set.of() : Set.copyOf(seasons);
        recount = recount == null ? Optional.empty() : recount;
    }

    boolean isDue(Instant now) {
        return recount.filter(at -> !at.isAfter(now)).isPresent();
    }

    Progress recounted() {
        return new Progress(begun, seasons, all, Optional.empty());
    }
}
