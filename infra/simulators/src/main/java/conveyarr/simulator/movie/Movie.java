package conveyarr.simulator.movie;

/** What the world (TMDB) knows about a movie; {@code released} is {@code yyyy-MM-dd}, {@code poster} may be empty. */
public record Movie(
        int tmdbId,
        String imdbId,
        String title,
        int year,
        String released,
        String genre,
        String overview,
        String poster)
        implements Title {

    /** A movie with invented details, for tests. */
    public static Movie of(int tmdbId, String title, int year) {
        String imdb = "tt%07d".formatted(tmdbId);
        return new Movie(tmdbId, imdb, title, year, year + "-06-01", "Drama", title + " is a movie.", "");
    }

    /** {@code Night.of.the.Living.Dead.1968}. */
    public String dotted() {
        return dots() + "." + year;
    }
}
