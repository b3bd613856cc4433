package conveyarr.simulator.seerr;

import conveyarr.simulator.movie.Movie;
import java.time.Instant;

/** Seerr's media row: one per movie, whoever asked for it. */
final class Media {
    static final int UNKNOWN = 1;
    static final int PENDING = 2;
    static final int PROCESSING = 3;
    static final int AVAILABLE = 5;

    int id;
    Movie movie;
    int status = UNKNOWN;
    /** The id in Radarr; 0 until it was handed over. */
    int radarrId;

    Instant createdAt = Instant.now();

    String statusName() {
        return switch (status) {
            case PENDING -> "PENDING";
            case PROCESSING -> "PROCESSING";
            case 4 -> "PARTIALLY_AVAILABLE";
            case AVAILABLE -> "AVAILABLE";
            default -> "UNKNOWN";
        };
    }
}
