package conveyarr.library.core;

import java.time.Instant;
import java.util.List;

/** Titles of the index that a query found; {@code near} when these are only like what was asked for. */
public record Findings(List<Found> titles, boolean near) {
    /** {@code state} is that of its newest import, such as {@code waiting}; null when no event told of it. {@code sort} orders the pages. */
    public record Found(
            String media,
            String kind,
            String title,
            Integer year,
            String sort,
            int files,
            long bytes,
            Instant since,
            String state) {}
}
