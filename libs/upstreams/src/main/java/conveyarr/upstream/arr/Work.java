package conveyarr.upstream.arr;

import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import conveyarr.upstream.Sighting.Title;
import java.util.Optional;

/** What a hook, a history row or a queue item is about; {@code number} is the program's own of the movie, series, album or book. */
public record Work(long number, MediaId media, Title title, Optional<Episodes> episodes) {
    public static Work whole(long number, MediaId media, Title title) {
        return new Work(number, media, title, Optional.empty());
    }
}
