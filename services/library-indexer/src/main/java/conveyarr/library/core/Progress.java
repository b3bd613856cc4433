package conveyarr.library.core;

import java.util.Set;

/** What was told of a series so far: that it has {@code begun}, which {@code seasons} are complete, whether {@code all} that was aired is there. */
public record Progress(boolean begun, Set<Integer> seasons, boolean all) {
    static final Progress NONE = new Progress(false, Set.of(), false);

    public Progress {
        seasons = seasons == null ? Set.of() : Set.copyOf(seasons);
    }
}
