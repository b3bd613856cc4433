package conveyarr.upstream;

import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A program that shows the library to people. All paths are as it sees them itself; {@link #paths} leads there. */
public interface MediaServer extends Upstream {
    /** Asks it to look at this folder; its "yes" proves nothing. */
    Uni<Void> scan(String folder);

    /** The item, when the server itself lists it; of several, that in the folder of the file. */
    Uni<Optional<Item>> find(Wanted wanted);

    /** The libraries that it shows; empty when it does not tell. */
    Uni<List<Library>> libraries();

    /** The kinds of media ids that it can be asked for, such as {@code movie}. */
    Set<String> kinds();

    PathMap paths();

    /** {@code title} narrows the search; the media id decides, or for what has no id there, the folder of the file. */
    record Wanted(MediaId media, String title, String folder) {}

    /** {@code files} are all its versions. Of a series, {@code episodes} are those that it has a file of. */
    record Item(String id, String name, List<String> files, List<Episode> episodes) {
        public Item(String id, String name, Optional<String> file) {
            this(id, name, file.stream().toList(), List.of());
        }
    }

    /** The server may count otherwise than the *arr: the file tells which one it is as well. A file may hold several. */
    record Episode(List<Episodes.Number> numbers, List<String> files) {
        public Episode(List<Episodes.Number> numbers, Optional<String> file) {
            this(numbers, file.stream().toList());
        }
    }

    record Library(String name, List<String> folders) {
        public boolean holds(String path) {
            return folders.stream().anyMatch(folder -> PathMap.isWithin(folder, path));
        }
    }
}
