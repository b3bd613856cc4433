package conveyarr.library.core;

import conveyarr.events.Episodes;
import conveyarr.library.core.Signal.Imported;
import java.time.Instant;
import java.util.Optional;

/** A file of the title that an *arr put into the library, under the name that it has now. */
public record Held(String instance, long id, String path, Optional<Episodes> episodes, Instant at) {
    static Held of(Imported i) {
        return new Held(
                i.instance(),
                i.file().id(),
                i.file().path(),
                i.file().episodes(),
                i.occurrence().at());
    }

    boolean holds(Episodes.Number number) {
        return episodes.filter(some -> some.numbers().contains(number)).isPresent();
    }

    boolean is(String otherInstance, String otherPath) {
        return instance.equals(otherInstance) && path.equals(otherPath);
    }
}
