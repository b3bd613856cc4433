package conveyarr.events;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One happening: its identity, when it happened, how we know, and whose word it is ({@code source}, an instance name). {@code past} when it
 * had happened before we first looked at that instance: it is part of the story, and no news to anybody.
 * Two sightings of the same thing, by hook and by poll, have the same {@code id} and may differ in the rest.
 */
public record Occurrence(UUID id, Instant at, Via via, String source, boolean past) {

    /** News. */
    public Occurrence(UUID id, Instant at, Via via, String source) {
        this(id, at, via, source, false);
    }

    /** A happening at an upstream, told apart by what both its hook and its history say of it. */
    public static Occurrence at(Instant at, Via via, String instance, NaturalKey key) {
        return new Occurrence(key.idAt(instance), at, via, instance);
    }

    /** What follows from this happening at the same moment, such as an event that a decision tells; the same name gives the same id. */
    public Occurrence then(String name) {
        return new Occurrence(EventId.of(id, name), at, via, source, past);
    }

    /** The same happening, so much later: what is decided at one moment, and has an order all the same. */
    public Occurrence later(Duration by) {
        return new Occurrence(id, at.plus(by), via, source, past);
    }

    /** The same, as something that nobody is to be told. */
    public Occurrence asPast() {
        return new Occurrence(id, at, via, source, true);
    }
}
