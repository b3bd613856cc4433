package conveyarr.library.core;

import conveyarr.events.Occurrence;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One title in the library, as far as we know. */
public sealed interface LibraryItem {
    /** Nothing was imported. */
    record Unknown() implements LibraryItem {}

    /** Imported, but no media server lists it yet; {@code missed} when one was seen without it. */
    record Waiting(String title, Occurrence imported, String folder, List<Wish> wishes, boolean missed, Life life)
            implements LibraryItem {

        /** A row of an earlier version has no life: it is in its first. */
        public Waiting {
            life = life == null ? Life.FIRST : life;
        }

        Waiting with(Life longer) {
            return new Waiting(title, imported, folder, wishes, missed, longer);
        }

        Optional<Wish> wish(String server) {
            return wishes.stream().filter(wish -> wish.server().equals(server)).findFirst();
        }

        Waiting with(Wish wish) {
            var others = wishes.stream().filter(other -> !other.server().equals(wish.server()));
            var all = Stream.concat(others, Stream.of(wish))
                    .sorted(Comparator.comparing(Wish::server))
                    .toList();
            return new Waiting(title, imported, folder, all, missed, life);
        }

        Waiting seenWithoutIt() {
            return new Waiting(title, imported, folder, wishes, true, life);
        }
    }

    /** People can watch it; {@code server} is absent when there is no media server to ask; {@code covered} is as in {@link Life}. */
    record Available(Optional<String> server, Map<String, Instant> covered) implements LibraryItem {
        /** A row of an earlier version does not say what it covers. */
        public Available {
            covered = covered == null ? Map.of() : Map.copyOf(covered);
        }
    }

    /** A scan that we want of one server; {@code askedAt} is absent until the server took it. */
    record Wish(String server, int round, Optional<Instant> askedAt) {}
}
