package conveyarr.simulator.movie;

/** A movie or a series as TMDB knows it; {@code poster} may be empty. */
public interface Title {
    int tmdbId();

    String title();

    int year();

    String overview();

    String poster();

    /** {@code Night of the Living Dead (1968)}. */
    default String named() {
        return title() + " (" + year() + ")";
    }

    /** {@code Night.of.the.Living.Dead}, the way scene releases are named. */
    default String dots() {
        return title().replaceAll("[^A-Za-z0-9]+", ".").replaceAll("^\\.|\\.$", "");
    }
}
