package conveyarr.library.core;

import java.time.Instant;

/** A file of the library as the index has it; {@code episodes} such as {@code S01E01,S01E02}. What nobody told is null. */
public record Stocked(
        String instance,
        String path,
        String media,
        String title,
        Integer year,
        String quality,
        String release,
        String edition,
        String episodes,
        long bytes,
        Instant at) {}
