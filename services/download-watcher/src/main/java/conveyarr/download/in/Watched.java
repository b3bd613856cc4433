package conveyarr.download.in;

import conveyarr.download.core.Hold;
import conveyarr.upstream.DownloadClient.Transfer;
import java.util.Optional;

/** A transfer, and why it waits, if it does. */
record Watched(Transfer transfer, Optional<Hold> hold) {}
