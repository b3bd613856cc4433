package conveyarr.flow;

import conveyarr.events.DomainEvent;
import conveyarr.events.Occurrence;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An event as it came off the wire. {@code occurrence.id()} is the same however often it is delivered. */
public record Received<E extends DomainEvent>(
        E event, Occurrence occurrence, Instant recordedAt, Optional<UUID> cause) {}
