package conveyarr.events;

import java.time.Instant;
import java.util.UUID;

/**
 * One happening: its identity, when it happened, how we know, and whose word it is ({@code source}, an instance name).
 * Two sightings of the same thing, by hook and by poll, have the same {@code id} and may differ in the rest.
 */
public record Occurrence(UUID id, Instant at, Via via, String source) {

    /** A happening at an upstream, told apart by what both its hook and its history say of it. */
    public static Occurrence at(Instant at, Via via, String instance, NaturalKey key) {
        return new Occurrence(key.idAt(instance), at, via, instance);
    }

    /** What follows from this happening at the same moment, such as an event that a decision tells; the same name gives the same id. */
    public Occurrence then(String name) {
        return new Occurrence(EventId.of(id, name), at, via, source);
    }
}
