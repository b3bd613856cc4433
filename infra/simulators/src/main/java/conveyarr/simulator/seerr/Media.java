package conveyarr.simulator.seerr;

import conveyarr.simulator.movie.Movie;
import conveyarr.simulator.movie.Title;
import conveyarr.simulator.series.Series;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Seerr's media row: one per movie or series, whoever asked for it. */
final class Media {
    static final int UNKNOWN = 1;
    static final int PENDING = 2;
    static final int PROCESSING = 3;
    static final int PARTIALLY_AVAILABLE = 4;
    static final int AVAILABLE = 5;

    int id;
    Movie movie;
    Series series;
    int status = UNKNOWN;
    /** The status of each season that was looked at. */
    Map<Integer, Integer> seasons = new TreeMap<>();
    /** The id in Radarr or Sonarr; 0 until it was handed over. */
    int arrId;

    Instant createdAt = Instant.now();

    Title title() {
        return isSeries() ? series : movie;
    }

    boolean isSeries() {
        return series != null;
    }

    String type() {
        return isSeries() ? "tv" : "movie";
    }

    boolean isThere(int season) {
        return seasons.getOrDefault(season, UNKNOWN) == AVAILABLE;
    }

    String statusName() {
        return switch (status) {
            case PENDING -> "PENDING";
            case PROCESSING -> "PROCESSING";
            case PARTIALLY_AVAILABLE -> "PARTIALLY_AVAILABLE";
            case AVAILABLE -> "AVAILABLE";
            default -> "UNKNOWN";
        };
    }
}
