package conveyarr.simulator.radarr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** One row of Radarr's history; {@code data} holds strings only. */
final class HistoryRow {
    int id;
    int movieId;
    String sourceTitle;
    String downloadId;
    String eventType;
    Instant date;
    ObjectNode data;

    /** The number by which the API filters this kind of row. */
    static int number(String eventType) {
        return switch (eventType) {
            case "grabbed" -> 1;
            case "downloadFolderImported" -> 3;
            case "downloadFailed" -> 4;
            case "movieFileDeleted" -> 6;
            case "movieFileRenamed" -> 8;
            case "downloadIgnored" -> 9;
            default -> 0;
        };
    }
}
