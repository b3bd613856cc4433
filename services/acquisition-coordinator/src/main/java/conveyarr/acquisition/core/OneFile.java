package conveyarr.acquisition.core;

import conveyarr.events.MediaId;
import java.util.Set;

/** What one file makes complete; of a series or an album, only the *arr knows when it has enough. */
public final class OneFile {
    private static final Set<String> KINDS = Set.of("movie", "book");

    private OneFile() {}

    public static boolean completes(MediaId media) {
        return KINDS.contains(media.kind());
    }
}
