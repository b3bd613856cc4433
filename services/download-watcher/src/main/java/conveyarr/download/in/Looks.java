package conveyarr.download.in;

import conveyarr.download.core.Signal.Amount;
import conveyarr.download.core.Signal.Condition;
import conveyarr.download.core.Signal.Look;
import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Transfer;

/** A client's words in ours. */
final class Looks {
    private Looks() {}

    static Look at(Transfer transfer) {
        var progress = transfer.progress();
        var amount = new Amount(progress.bytes(), progress.bytesDone(), progress.remaining());
        return new Look(transfer.name(), condition(progress.phase()), progress.word(), amount, transfer.addedAt());
    }

    /** A queued or checking transfer waits its turn on purpose; one that looks for metadata or peers should be moving. */
    private static Condition condition(Phase phase) {
        return switch (phase) {
            case FETCHING_METADATA, DOWNLOADING, STALLED -> Condition.ACTIVE;
            case QUEUED, PAUSED, MOVING, CHECKING -> Condition.RESTING;
            case DONE -> Condition.DONE;
            case BROKEN -> Condition.BROKEN;
        };
    }
}
