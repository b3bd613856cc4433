package conveyarr.library.core;

import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import conveyarr.events.Occurrence;
import java.time.Instant;
import java.util.Optional;

/** What a library item can be told: by an *arr that imported it, by ourselves, or by a look at a media server. */
public sealed interface Signal {
    MediaId media();

    /** An *arr put a file into the library. */
    record Imported(Occurrence occurrence, MediaId media, String title, Optional<String> download, File file)
            implements Signal {
        String instance() {
            return occurrence.source();
        }

        /** The same, as something that had happened before we first looked. */
        public Imported asPast() {
            return new Imported(occurrence.asPast(), media, title, download, file);
        }

        boolean after(Occurrence other) {
            int order = occurrence.at().compareTo(other.at());
            return order > 0 || order == 0 && occurrence.id().compareTo(other.id()) > 0;
        }
    }

    /** A media server took our wish for a scan. */
    record Asked(Occurrence occurrence, Call.Scan scan) implements Signal {
        @Override
        public MediaId media() {
            return scan.media();
        }
    }

    /** The media server itself lists it. */
    record Listed(Occurrence occurrence, MediaId media, String item) implements Signal {
        String server() {
            return occurrence.source();
        }
    }

    /** The media server answers, and does not list it. */
    record Missing(Instant at, MediaId media, String server) implements Signal {}

    /** {@code path} is as the *arr sees it; of a series, {@code episodes} are those that the file holds. */
    record File(
            long id, String path, long bytes, Optional<String> quality, boolean upgrade, Optional<Episodes> episodes) {
        /** Without the last part, whichever slash the *arr's system uses. */
        String folder() {
            int end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
            return end > 0 ? path.substring(0, end) : path;
        }
    }
}
