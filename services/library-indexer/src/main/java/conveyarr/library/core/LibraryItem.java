package conveyarr.library.core;

import conveyarr.events.Occurrence;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One title in the library, as far as we know. */
public sealed interface LibraryItem {
    /** Nothing was imported. */
    record Unknown() implements LibraryItem {}

    /** Imported, but no media server lists it yet; {@code missed} when one was seen without it. */
    record Waiting(String title, Occurrence imported, String folder, List<Wish> wishes, boolean missed)
            implements LibraryItem {

        Optional<Wish> wish(String server) {
            return wishes.stream().filter(wish -> wish.server().equals(server)).findFirst();
        }

        Waiting with(Wish wish) {
            var others = wishes.stream().filter(other -> !other.server().equals(wish.server()));
            var all = Stream.concat(others, Stream.of(wish))
                    .sorted(Comparator.comparing(Wish::server))
                    .toList();
            return new Waiting(title, imported, folder, all, missed);
        }

        Waiting seenWithoutIt() {
            return new Waiting(title, imported, folder, wishes, true);
        }
    }

    /** People can watch it; {@code server} is absent when there is no media server to ask. */
    record Available(Optional<String> server) implements LibraryItem {}

    /** A scan that we want of one server; {@code askedAt} is absent until the server took it. */
    record Wish(String server, int round, Optional<Instant> askedAt) {}
}
