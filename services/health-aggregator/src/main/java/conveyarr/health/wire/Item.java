package conveyarr.health.wire;

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

/** One entry of a timeline or of the log as JSON has it. */
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

    static Item of(Entry entry) {
        var what = entry.occurrence();
        return new Item(
                entry.event().wireName(),
                what.id(),
                what.at(),
                entry.recordedAt(),
                what.via(),
                what.source(),
                entry.cause(),
                entry.place(),
                TimelineJson.data(entry.event()));
    }

    /** Empty when only newer versions know the event's name. */
    Optional<Entry> entry() {
        return EventCatalog.byWireName(type).map(this::entry);
    }

    private Entry entry(Class<? extends DomainEvent> known) {
        var event = Json.mapper().convertValue(data, known);
        return new Entry(event, new Occurrence(id, at, via, source), recordedAt, cause, place);
    }
}
