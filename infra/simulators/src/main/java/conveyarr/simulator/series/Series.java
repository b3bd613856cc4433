package conveyarr.simulator.series;

import conveyarr.simulator.movie.Title;
import java.time.LocalDate;
import java.util.List;

/** What the world knows about a series; {@code seasons} are the numbers of their episodes. All have been aired, and it has ended. */
public record Series(
        int tvdbId,
        int tmdbId,
        String imdbId,
        String title,
        int year,
        String genre,
        String overview,
        String poster,
        List<Integer> seasons)
        implements Title {

    /** A series with invented details, for tests: so many episodes in each season. */
    public static Series of(int tvdbId, String title, int year, Integer... episodes) {
        String imdb = "tt%07d".formatted(tvdbId);
        String overview = title + " is a series.";
        return new Series(tvdbId, tvdbId + 500_000, imdb, title, year, "Drama", overview, "", List.of(episodes));
    }

    /** The day of an episode, both counted from 1: a season in each year, an episode in each week. */
    public LocalDate aired(int season, int episode) {
        return LocalDate.of(year, 1, 7).plusYears(season - 1L).plusWeeks(episode - 1L);
    }
}
