package conveyarr.simulator.radarr;

import conveyarr.simulator.movie.Movie;
import java.time.Instant;

/** One movie in Radarr's library. */
final class MovieRow {
    int id;
    Movie movie;
    String path;
    boolean monitored = true;
    int qualityProfileId;
    Instant added;
    int movieFileId;
    long size;
    /** When its file came, and under which name it was released. */
    Instant imported;

    String release = "";

    boolean hasFile() {
        return movieFileId > 0;
    }

    String filePath() {
        return path + "/" + fileName();
    }

    String fileName() {
        return movie.named() + " Bluray-1080p.mkv";
    }
}
