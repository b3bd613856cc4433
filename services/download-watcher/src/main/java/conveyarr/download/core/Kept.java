package conveyarr.download.core;

import conveyarr.events.DownloadId;

/** A download that is under way: the id under which it is kept, which is the one that an *arr asked for, and the client's own. */
public record Kept(String id, DownloadId download) {}
