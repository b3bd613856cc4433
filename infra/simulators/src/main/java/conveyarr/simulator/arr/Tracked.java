package conveyarr.simulator.arr;

import java.time.Instant;
import java.util.List;

/** One download that is followed: a row of the queue for each piece that it holds. */
public final class Tracked {
    private int titleId;
    private List<Integer> pieces = List.of();
    private Release release;
    Instant added = Instant.now();
    String status = "queued";
    String health = "ok";
    String state = "downloading";
    String trouble = "";
    long left;
    boolean told;

    Tracked() {}

    public Tracked(int titleId, List<Integer> pieces, Release release) {
        this.titleId = titleId;
        this.pieces = List.copyOf(pieces);
        this.release = release;
        this.left = release.size();
    }

    public int titleId() {
        return titleId;
    }

    /** The movie, or the episodes. */
    public List<Integer> pieces() {
        return pieces;
    }

    public Release release() {
        return release;
    }

    /** Where the client puts it. */
    public String output() {
        return "/downloads/" + release.title();
    }

    /** The stable queue id. */
    int queueId(String mark) {
        byte[] sha = Release.sha1("trackedDownload-1-" + release.hash() + mark);
        return (sha[0] & 255 | (sha[1] & 255) << 8 | (sha[2] & 255) << 16 | (sha[3] & 255) << 24) & 0x7fffffff;
    }

    /** The family's reading of a qBittorrent state. */
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
