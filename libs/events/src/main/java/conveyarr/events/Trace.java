package conveyarr.events;

import java.time.Instant;
import java.util.Optional;

/**
 * One sighting of a happening: what its upstream calls it, when, how and where it was seen. {@code row} is its number in the upstream's
 * history, which only the history itself can tell. The key says nothing yet of the life of the database and of repetitions; whoever
 * remembers these adds them before the happening gets its identity.
 */
public record Trace(NaturalKey key, Instant at, Via via, String source, Optional<Long> row) {
    public static Trace of(Instant at, Via via, String instance, NaturalKey key) {
        return new Trace(key, at, via, instance, Optional.empty());
    }

    public Trace ofRow(long number) {
        return new Trace(key, at, via, source, Optional.of(number));
    }

    public Trace in(int epoch) {
        return new Trace(key.in(epoch), at, via, source, row);
    }

    public Occurrence occurrence() {
        return Occurrence.at(at, via, source, key);
    }

    /** The happening as the {@code n}th of its name. */
    public Occurrence occurrence(int n) {
        return Occurrence.at(at, via, source, key.repeated(n));
    }

    /** What makes this sighting one that was handled before: its row, since a repetition has the same name and another row. */
    public Occurrence sighting() {
        return row.map(number -> Occurrence.at(
                        at,
                        via,
                        source,
                        NaturalKey.of("row", key.kind(), number).in(key.epoch())))
                .orElseGet(this::occurrence);
    }
}
