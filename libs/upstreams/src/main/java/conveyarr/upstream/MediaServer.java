package conveyarr.upstream;

import conveyarr.events.MediaId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** A program that shows the library to people. */
public interface MediaServer extends Upstream {
    /** Asks it to look at this folder or file; its "yes" proves nothing. */
    Uni<Void> scan(String path);

    /** The item, when the server itself lists it. {@code title} narrows the search; the media id decides. */
    Uni<Optional<Item>> find(MediaId media, String title);

    record Item(String id, String name, Optional<String> path) {}
}
