package conveyarr.download.core;

import conveyarr.events.DownloadEvent.HoldReason;

/** Why one download waits now; {@code paused} says that we paused it. */
public record Hold(HoldReason reason, boolean paused) {}
