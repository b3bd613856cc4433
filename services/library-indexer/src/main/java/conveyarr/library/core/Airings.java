package conveyarr.library.core;

import conveyarr.events.Episodes;
import java.util.List;

/** The episodes of a series as its *arr knows them; {@code ended} when there will be no more. */
public record Airings(boolean ended, List<Airing> episodes) {
    /** Nobody knows of any. */
    public static final Airings UNKNOWN = new Airings(false, List.of());

    /** {@code aired} when it was shown to the world, {@code there} when the *arr has a file of it, {@code wanted} when it looks for one. */
    public record Airing(Episodes.Number number, boolean aired, boolean there, boolean wanted) {}
}
