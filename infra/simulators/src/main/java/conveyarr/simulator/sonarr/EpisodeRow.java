package conveyarr.simulator.sonarr;

import java.time.Instant;

/** One episode in Sonarr's library; {@code fileId} is 0 while it has no file, and what follows is of the file. */
final class EpisodeRow {
    int id;
    int season;
    int number;
    boolean monitored;
    int fileId;
    long size;
    String quality = "";
    String release = "";
    String group = "";
    Instant imported;

    boolean hasFile() {
        return fileId > 0;
    }

    /** {@code S01E02}. */
    String code() {
        return "S%02dE%02d".formatted(season, number);
    }

    void drop() {
        fileId = 0;
        size = 0;
        imported = null;
    }
}
