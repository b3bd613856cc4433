package conveyarr.notification.core;

import conveyarr.events.DomainEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** What is not told: events of the {@code silenced} wire names, and events older than {@code oldest} when we first see them. */
public record Rules(Duration oldest, Set<String> silenced) {

    boolean silences(DomainEvent event) {
        return silenced.contains(event.wireName());
    }

    boolean tooOld(Instant at, Instant seenAt) {
        return at.plus(oldest).isBefore(seenAt);
    }
}
