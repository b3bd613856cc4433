package conveyarr.download.core;

/** A download and the id under which it is kept. */
public record Known(String id, Download download) {}
