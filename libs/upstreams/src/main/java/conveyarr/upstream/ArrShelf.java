package conveyarr.upstream;

import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an *arr says of the library that it keeps. */
public interface ArrShelf {
    /** The episodes of a series; empty when it does not have the series. */
    Uni<Optional<Airings>> airings(MediaId series);

    /** The folders that hold its library. */
    Uni<List<Root>> roots();

    /** The disks that it sees. */
    Uni<List<Disk>> disks();

    /** Every file that it has, title by title. */
    Multi<List<Stock>> stock();

    /** {@code ended} when there will be no more episodes. */
    record Airings(boolean ended, List<Airing> episodes) {}

    /**
     * {@code aired} when it was shown to the world, {@code there} when there is a file of it, {@code since} when that was added, where it is told;
     * {@code wanted} when a file is looked for.
     */
    record Airing(Episodes.Number number, boolean aired, boolean there, Optional<Instant> since, boolean wanted) {
        public Airing(Episodes.Number number, boolean aired, boolean there, boolean wanted) {
            this(number, aired, there, Optional.empty(), wanted);
        }

        public Airing(Episodes.Number number, boolean aired, boolean there) {
            this(number, aired, there, true);
        }
    }

    /** {@code accessible} when the program sees it, which it does not when the disk is not mounted. */
    record Root(String path, boolean accessible, Optional<Long> freeBytes) {}

    record Disk(String path, long freeBytes, long totalBytes) {}

    record Stock(MediaId media, Sighting.Title title, StockFile file) {}

    /** {@code number} is the program's own of the file, 0 where it does not tell. */
    record StockFile(long number, String path, long bytes, Instant addedAt, Marks marks, Optional<Episodes> episodes) {}

    /** {@code release} is the name under which it was downloaded. */
    record Marks(Optional<String> quality, Optional<String> release, Optional<String> edition) {}
}
