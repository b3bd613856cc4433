package conveyarr.library.core;

import conveyarr.events.MediaId;
import conveyarr.events.Occurrence;
import java.time.Instant;

/** Which scans are wanted: of every server that may list the title, once the folder has been quiet. */
record Wishes(Servers servers, Limits limits) {
    Shelf add(Shelf shelf, MediaId media, String folder, Occurrence because) {
        Instant due = because.at().plus(limits.quiet());
        Shelf all = shelf;
        for (String server : servers.of(media)) {
            all = all.with(Wish.first(server, folder, because.id(), later(shelf, server, folder, due)));
        }
        return all;
    }

    private static Instant later(Shelf shelf, String server, String folder, Instant due) {
        return shelf.wishes().stream()
                .filter(wish -> wish.is(server, folder))
                .flatMap(wish -> wish.due().stream())
                .filter(other -> other.isAfter(due))
                .findFirst()
                .orElse(due);
    }
}
