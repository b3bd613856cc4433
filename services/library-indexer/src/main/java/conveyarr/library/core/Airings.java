package conveyarr.library.core;

import conveyarr.events.Episodes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The episodes of a series as its *arr knows them; {@code ended} when there will be no more. */
public record Airings(boolean ended, List<Airing> episodes) {
    /** Nobody knows of any. */
    public static final Airings UNKNOWN = new Airings(false, List.of());

    /**
     * {@code aired} when it was shown to the world, {@code there} when the *arr has a file of it, {@code since} when that was added, where it is
     * told; {@code wanted} when the *arr looks for one.
     */
    public record Airing(
            Episodes.Number number, boolean aired, boolean there, Optional<Instant> since, boolean wanted) {
        boolean isNewerThan(Instant time) {
            return since.filter(time::isBefore).isPresent();
        }
    }
}
