package conveyarr.acquisition.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a title was on the list of its *arr: the {@code begun} generations that we know of, the first word of the newest of them, and the newest
 * that was removed. The same in whatever order it was said.
 */
public record Stays(List<Generation> begun, Optional<Instant> since, Optional<Generation> removed) {
    static final Stays NONE = new Stays(List.of(), Optional.empty(), Optional.empty());
    private static final int KEPT = 20;

    boolean knows(Generation one) {
        return begun.contains(one);
    }

    /** The newest, on the list or removed. */
    public Optional<Generation> newest() {
        return Stream.concat(begun.stream(), removed.stream()).reduce(Generation::or);
    }

    /** Removed, and not listed again since. */
    boolean isOver() {
        return removed.isPresent() && newest().equals(removed);
    }

    /** Whether that moment belongs to the stay that lasts; in the first, everything does. */
    boolean lastAt(Instant at) {
        boolean first = removed.isEmpty() && begun.size() < 2;
        return !isOver() && (first || since.filter(at::isBefore).isEmpty());
    }

    boolean holds(Attempt attempt) {
        return attempt.generation().isKnown() && !isOver()
                ? newest().filter(attempt.generation()::equals).isPresent()
                : lastAt(attempt.at());
    }

    boolean covers(Generation gone) {
        return removed.filter(known -> known.compareTo(gone) >= 0).isPresent();
    }

    Stays with(Generation one, Instant at) {
        if (!one.isKnown()) {
            return this;
        }
        var all = Stream.concat(begun.stream(), Stream.of(one))
                .distinct()
                .sorted()
                .toList();
        var kept = all.subList(Math.max(0, all.size() - KEPT), all.size());
        Optional<Instant> first = knows(all.getLast())
                ? since.map(known -> one.equals(all.getLast()) && at.isBefore(known) ? at : known)
                : Optional.of(at);
        return new Stays(List.copyOf(kept), first, removed);
    }

    Stays without(Generation gone) {
        return new Stays(begun, since, Optional.of(removed.map(gone::or).orElse(gone)));
    }
}
