package conveyarr.health.timeline;

import conveyarr.events.DownloadEvent.DownloadAction;
import conveyarr.events.DownloadEvent.DownloadActionPlanned;
import conveyarr.events.DownloadEvent.DownloadActionTaken;
import java.time.temporal.ChronoUnit;

/** What is told of what is done with stuck downloads. */
final class Repairs {
    private Repairs() {}

    static String planned(DownloadActionPlanned e) {
        return "Unless it moves, at " + e.due().truncatedTo(ChronoUnit.SECONDS) + " we " + will(e.action()) + ": "
                + e.reason();
    }

    static String taken(DownloadActionTaken e) {
        return (e.dryRun() ? "Dry run: we would have " : "We ") + done(e.action()) + ": " + e.reason();
    }

    private static String will(DownloadAction action) {
        return switch (action) {
            case REANNOUNCE -> "ask its trackers again";
            case CHANGE_CATEGORY -> "move it to another category";
            case PAUSE -> "pause it";
            case RESUME -> "resume it";
            case REPLACE -> "look for another release";
            case REMOVE -> "remove it";
        };
    }

    private static String done(DownloadAction action) {
        return switch (action) {
            case REANNOUNCE -> "asked its trackers again";
            case CHANGE_CATEGORY -> "moved it to another category";
            case PAUSE -> "paused it";
            case RESUME -> "resumed it";
            case REPLACE -> "asked for another release";
            case REMOVE -> "removed it";
        };
    }
}
