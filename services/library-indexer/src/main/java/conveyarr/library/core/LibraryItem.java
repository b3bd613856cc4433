package conveyarr.library.core;

import conveyarr.events.Occurrence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One title in the library, as far as we know. */
public sealed interface LibraryItem {
    default Shelf shelf() {
        return Shelf.EMPTY;
    }

    /** The same with another shelf; what was never imported has none. */
    default LibraryItem with(Shelf other) {
        return this;
    }

    /** Files of it are there. */
    default boolean hasFiles() {
        return switch (this) {
            case Waiting _, Available _ -> true;
            case Unknown _, Removed _ -> false;
        };
    }

    /** Nothing was imported. */
    record Unknown() implements LibraryItem {}

    /** Imported, and of {@code lacking} no media server lists anything yet. */
    record Waiting(String title, Occurrence imported, Wait waited, Life life, List<Part> lacking, Shelf shelf)
            implements LibraryItem {

        /** A row of an earlier version has no life, and waits for all: it is in its first. */
        public Waiting {
            life = life == null ? Life.FIRST : life;
            waited = waited == null ? Wait.NEW : waited;
            lacking = lacking == null ? List.of(new Part(Optional.empty(), "")) : List.copyOf(lacking);
            shelf = shelf == null ? Shelf.EMPTY : shelf;
        }

        @Override
        public Waiting with(Shelf other) {
            return new Waiting(title, imported, waited, life, lacking, other);
        }

        Waiting with(Life longer) {
            return new Waiting(title, imported, waited, longer, lacking, shelf);
        }

        Waiting with(Wait other) {
            return new Waiting(title, imported, other, life, lacking, shelf);
        }

        Waiting with(List<Part> others) {
            return new Waiting(title, imported, waited, life, others, shelf);
        }
    }

    /**
     * How the waiting goes: {@code since} the first scan was asked for, {@code missed} when a server was seen without it; {@code told} are the
     * causes that people know.
     */
    record Wait(Optional<Instant> since, boolean missed, Set<String> told) {
        static final Wait NEW = new Wait(Optional.empty(), false, Set.of());

        public Wait {
            since = since == null ? Optional.empty() : since;
            told = told == null ? Set.of() : Set.copyOf(told);
        }

        Wait begunAt(Instant now) {
            return new Wait(Optional.of(since.orElse(now)), missed, told);
        }

        Wait seenWithoutIt() {
            return new Wait(since, true, told);
        }

        Wait having(Set<String> causes) {
            return new Wait(since, missed, causes);
        }
    }

    /** People can watch it; {@code server} is absent when there is no media server to ask; {@code covered} is as in {@link Life}. */
    record Available(Optional<String> server, Map<String, Instant> covered, Shelf shelf) implements LibraryItem {
        /** A row of an earlier version does not say what it covers. */
        public Available {
            covered = covered == null ? Map.of() : Map.copyOf(covered);
            shelf = shelf == null ? Shelf.EMPTY : shelf;
        }

        @Override
        public Available with(Shelf other) {
            return new Available(server, covered, other);
        }
    }

    /** No file of it is left. */
    record Removed(Map<String, Instant> covered, Shelf shelf) implements LibraryItem {
        @Override
        public Removed with(Shelf other) {
            return new Removed(covered, other);
        }
    }
}
