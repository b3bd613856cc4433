package conveyarr.library.core;

import java.time.Instant;
import java.util.List;

/** One title of the index with all its files. */
public record TitleFiles(String media, String kind, String title, Integer year, String state, List<File> files) {
    public record File(
            String instance,
            String path,
            String quality,
            String release,
            String edition,
            List<String> episodes,
            long bytes,
            Instant since) {}
}
