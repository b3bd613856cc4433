package conveyarr.upstream;

import conveyarr.events.MediaId;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that an upstream says has happened, in our words. The hook and the history give sightings with the same
 * {@code occurrence.id()}; they may differ in time and in {@code via}.
 */
public sealed interface Sighting {
    Occurrence occurrence();

    MediaId media();

    /** A request in a Seerr, in the given state. */
    record RequestSeen(Occurrence occurrence, MediaId media, RequestId request, RequestState state, Asked asked)
            implements Sighting {}

    /** Who asked for what, and when as far as we know. {@code requestedBy} is the name that Seerr shows. */
    record Asked(
            String title,
            Optional<Integer> year,
            String requestedBy,
            boolean uhd,
            List<Integer> seasons,
            Instant askedAt) {}

    enum RequestState {
        PENDING,
        APPROVED,
        AUTO_APPROVED,
        DECLINED,
        FAILED,
        AVAILABLE
    }

    /** A title is on the list of an *arr. */
    record TitleAdded(Occurrence occurrence, MediaId media, String title, Optional<Integer> year) implements Sighting {}

    /** An *arr chose a release and handed it to its download client. */
    record Grabbed(Occurrence occurrence, MediaId media, Title title, String download, Release release)
            implements Sighting {}

    record Title(String title, Optional<Integer> year) {}

    record Release(String name, long bytes, Optional<String> indexer) {}

    /** An *arr gave a download up. */
    record DownloadGivenUp(Occurrence occurrence, MediaId media, String download, String reason) implements Sighting {}

    /** An *arr will not import a complete download by itself. */
    record ImportRefused(Occurrence occurrence, MediaId media, String download, List<String> reasons)
            implements Sighting {}

    /** An *arr put a file into the library. */
    record Imported(Occurrence occurrence, MediaId media, Title title, Optional<String> download, ImportedFile file)
            implements Sighting {}

    record ImportedFile(long id, String path, long bytes, Optional<String> quality, boolean upgrade) {}
}
