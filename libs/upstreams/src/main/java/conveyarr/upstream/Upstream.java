package conveyarr.upstream;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** A program under the instance name that its owner gave it. */
public interface Upstream {
    String name();

    /** The kind, such as {@code radarr}. */
    String kind();

    /** Asks whether it runs and takes our key, in at most the configured time; fails with an {@link UpstreamTrouble}. */
    Uni<Alive> probe();

    /** What its owner has to do when it refuses us, in words that can be pasted; empty when a key is all it takes. */
    default Optional<String> accessHelp() {
        return Optional.empty();
    }

    /** Whether all that we know of it stands in a file of the catalogue. */
    default boolean onlyCatalogued() {
        return group().isPresent();
    }

    /** Under which heading a page shows it; empty leaves that to the page. */
    default Optional<String> group() {
        return Optional.empty();
    }

    /** What a program that runs says of itself: its version, one line for people, what is wrong in its own words, and its disks. */
    record Alive(String version, String info, List<String> troubles, List<Disk> disks) {
        public Alive(String version, String info) {
            this(version, info, List.of(), List.of());
        }
    }

    /** Bytes on the disk that holds {@code path}. */
    record Disk(String path, long free, long total) {}
}
