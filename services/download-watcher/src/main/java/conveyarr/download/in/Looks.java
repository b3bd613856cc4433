package conveyarr.download.in;

import conveyarr.download.core.Signal.Amount;
import conveyarr.download.core.Signal.Condition;
import conveyarr.download.core.Signal.Look;
import conveyarr.download.core.Traits;
import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Transfer;
import conveyarr.upstream.Inspection;
import java.util.Optional;

/** A client's words in ours. */
final class Looks {
    private Looks() {}

    static Look at(Transfer transfer, Optional<Inspection> inspection) {
        var progress = transfer.progress();
        var amount = new Amount(progress.bytes(), progress.bytesDone(), progress.remaining());
        return new Look(
                transfer.name(),
                condition(progress.phase()),
                progress.word(),
                amount,
                transfer.addedAt(),
                traits(transfer, inspection));
    }

    private static Traits traits(Transfer transfer, Optional<Inspection> inspection) {
        var facts = transfer.facts();
        return new Traits(
                transfer.category(),
                facts.tags(),
                facts.privateTorrent().or(() -> inspection.flatMap(Inspection::privateTorrent)),
                facts.trackers(),
                facts.metadataMissing(),
                inspection.filter(Inspection::unregistered).isPresent(),
                facts.ours());
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
