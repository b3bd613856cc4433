package conveyarr.upstream.qbittorrent;

import conveyarr.upstream.DownloadClient.Phase;

/** The words for states of 4.3 to 5.2; {@code paused*} of 4.x is {@code stopped*} since 5.0. */
final class State {
    private State() {}

    /** {@code whole}: all selected bytes are there, and there is something to have. Without it, no word makes a transfer done. */
    static Phase phase(String word, boolean whole) {
        return switch (word) {
            case "queuedDL", "allocating" -> Phase.QUEUED;
            case "metaDL", "forcedMetaDL" -> Phase.FETCHING_METADATA;
            case "downloading", "forcedDL" -> Phase.DOWNLOADING;
            case "stalledDL" -> Phase.STALLED;
            case "pausedDL", "stoppedDL" -> Phase.PAUSED;
            case "moving" -> Phase.MOVING;
            case "checkingUP", "checkingDL", "checkingResumeData" -> Phase.CHECKING;
            case "error", "missingFiles" -> Phase.BROKEN;
            case "uploading", "stalledUP", "queuedUP", "forcedUP", "pausedUP", "stoppedUP" ->
                whole ? Phase.DONE : Phase.CHECKING;
            default -> Phase.QUEUED; // "unknown", or a word of a version to come: it waits until we know better
        };
    }
}
