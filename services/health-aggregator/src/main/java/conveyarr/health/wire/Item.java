package conveyarr.health.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.events.DomainEvent;
import conveyarr.events.EventCatalog;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.wire.Json;
import conveyarr.health.timeline.Entry;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One entry of a timeline or of the log as JSON has it. {@code data} is written as the event that it is, since a tree of it would be made for
 * each entry, and read as a tree, since {@code type} says which event it is.
 */
record Item<D>(
        String type,
        UUID id,
        Instant at,
        Instant recordedAt,
        Via via,
        String source,
        Optional<UUID> cause,
        Entry.Place place,
        D data) {

    static Item<DomainEvent> of(Entry entry) {
        var what = entry.occurrence();
        return new Item<>(
                entry.event().wireName(),
                what.id(),
                what.at(),
                entry.recordedAt(),
                what.via(),
                what.source(),
                entry.cause(),
                entry.place(),
                entry.event());
    }

    /** Empty when only newer versions know the event's name. */
    static Optional<Entry> entry(Item<JsonNode> read) {
        return EventCatalog.byWireName(read.type()).map(known -> entry(read, known));
    }

    private static Entry entry(Item<JsonNode> read, Class<? extends DomainEvent> known) {
        var occurrence = new Occurrence(read.id(), read.at(), read.via(), read.source());
        return new Entry(event(read, known), occurrence, read.recordedAt(), read.cause(), read.place());
    }

    private static DomainEvent event(Item<JsonNode> read, Class<? extends DomainEvent> known) {
        try {
            return Json.mapper().treeToValue(read.data(), known);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a " + read.type() + ": " + e.getOriginalMessage(), e);
        }
    }
}
