package conveyarr.flow;

import conveyarr.events.DomainEvent;
import conveyarr.events.Occurrence;

/**
 * Something to be done because of a decision; written down together with the new state and carried out after the commit. Either
 * {@link Publish}, or a call to an upstream, which is a record of the service's own {@code Call} family.
 */
public interface Effect {
    /** Tell the other services. */
    record Publish(DomainEvent event, Occurrence occurrence) implements Effect {}

    /** Where a call goes, such as a channel: what hangs there holds up no call to another place. Empty for what stays here. */
    default String place() {
        return "";
    }

    /** The same, but no news. */
    default Effect asPast() {
        return this instanceof Publish(var event, var occurrence) ? new Publish(event, occurrence.asPast()) : this;
    }

    /** An event with an occurrence of its own. */
    static Effect publish(DomainEvent event, Occurrence occurrence) {
        return new Publish(event, occurrence);
    }

    /** An event that follows from {@code cause}: same time, same source, an id made of the cause and the event's name. */
    static Effect follows(Occurrence cause, DomainEvent event) {
        return new Publish(event, cause.then(event.wireName()));
    }
}
