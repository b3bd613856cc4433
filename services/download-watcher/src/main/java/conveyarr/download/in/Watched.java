package conveyarr.download.in;

import conveyarr.download.core.Hold;
import conveyarr.upstream.DownloadClient.Transfer;
import java.util.Optional;

/** A transfer, why it waits, if it does, and whether its client goes slowly on purpose. */
record Watched(Transfer transfer, Optional<Hold> hold, boolean slowed) {
    Watched(Transfer transfer, Optional<Hold> hold) {
        this(transfer, hold, false);
    }
}
