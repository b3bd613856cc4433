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

/** One entry of a timeline or of the log as it is read from the JSON of {@link EntryJson}. */
record Item(
        String type,
        UUID id,
        Instant at,
        Instant recordedAt,
        Via via,
        String source,
        Optional<UUID> cause,
        Entry.Place place,
        JsonNode data) {

    /** Empty when only newer versions know the event's name. */
    Optional<Entry> entry() {
        return EventCatalog.byWireName(type).map(this::entry);
    }

    private Entry entry(Class<? extends DomainEvent> known) {
        return new Entry(event(known), new Occurrence(id, at, via, source), recordedAt, cause, place);
    }

    private DomainEvent event(Class<? extends DomainEvent> known) {
        try {
            return Json.mapper().treeToValue(data, known);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a " + type + ": " + e.getOriginalMessage(), e);
        }
    }
}
