package conveyarr.simulator.radarr;

import java.time.Instant;

/** One download that Radarr follows: a row of its queue. */
final class Tracked {
    int movieId;
    Release release;
    Instant added;
    String status = "queued";
    String health = "ok";
    String state = "downloading";
    String trouble = "";
    long left;
    boolean told;

    /** Radarr's stable queue id. */
    int queueId() {
        byte[] sha = Release.sha1("trackedDownload-1-" + release.hash());
        return (sha[0] & 255 | (sha[1] & 255) << 8 | (sha[2] & 255) << 16 | (sha[3] & 255) << 24) & 0x7fffffff;
    }

    /** Radarr's reading of a qBittorrent state. */
    void follow(String torrentState, long amountLeft) {
        left = amountLeft;
        status = switch (torrentState) {
            case "queuedDL", "metaDL", "checkingDL", "checkingUP", "checkingResumeData" -> "queued";
            case "pausedDL", "stoppedDL" -> "paused";
            case "stalledDL", "error", "missingFiles" -> "warning";
            case "uploading", "stalledUP", "queuedUP", "forcedUP", "pausedUP", "stoppedUP" -> "completed";
            default -> "downloading";
        };
        trouble = switch (torrentState) {
            case "stalledDL" -> "The download is stalled with no connections";
            case "error" -> "qBittorrent is reporting an error";
            case "missingFiles" -> "qBittorrent is reporting missing files";
            default -> "";
        };
        health = trouble.isEmpty() ? "ok" : "warning";
    }
}
