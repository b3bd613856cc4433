package conveyarr.acquisition.core;

import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import conveyarr.events.Occurrence;
import conveyarr.events.Trace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an *arr instance says of one of its titles. Its hooks, history and queue know nothing of each other, so the order is any. */
public sealed interface Signal {
    Occurrence occurrence();

    MediaId media();

    /** What makes this signal one that was handled before. */
    default Occurrence cause() {
        return occurrence();
    }

    default String instance() {
        return occurrence().source();
    }

    default Instant at() {
        return occurrence().at();
    }

    /** What may happen once more under the same name, as often as the same release is grabbed. */
    sealed interface Repeatable extends Signal {
        Trace trace();

        @Override
        default Occurrence occurrence() {
            return trace().occurrence();
        }

        @Override
        default Occurrence cause() {
            return trace().sighting();
        }
    }

    /** The title is on the list. */
    record Listed(Occurrence occurrence, MediaId media, Title title) implements Signal {}

    /** A release was chosen and handed to a download client. */
    record Picked(Trace trace, MediaId media, Title title, Release release) implements Repeatable {}

    /** The *arr gave a download up. */
    record GivenUp(Trace trace, MediaId media, String download, String reason) implements Repeatable {}

    /** The download is complete, but a person has to import it. */
    record Refused(Trace trace, MediaId media, String download, List<String> reasons) implements Repeatable {}

    /** A file is in the library; a manual import names no download. */
    record Imported(Occurrence occurrence, MediaId media, Optional<String> download) implements Signal {}

    /** The title is taken off the list, in this generation or before; {@code filesDeleted}: and its files from the disk. */
    record Removed(Occurrence occurrence, MediaId media, Generation generation, boolean filesDeleted)
            implements Signal {}

    /** {@code generation} is that of its stay on the list. */
    record Title(String name, Optional<Integer> year, Generation generation) {
        public Title(String name, Optional<Integer> year) {
            this(name, year, Generation.UNKNOWN);
        }
    }

    /** Of a series, {@code episodes} are those that the release holds. */
    record Release(String download, String name, long bytes, Optional<String> indexer, Optional<Episodes> episodes) {}
}
