package conveyarr.health.wire;

import conveyarr.events.DomainEvent;
import conveyarr.events.Via;
import conveyarr.flow.wire.Json;
import conveyarr.health.timeline.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One event of the log as JSON. */
public final class EntryJson {
    private EntryJson() {}

    /** The fields of {@link Item} in their order. The event is written as it is: a tree of it would be made for each entry. */
    private record Written(
            String type,
            UUID id,
            Instant at,
            Instant recordedAt,
            Via via,
            String source,
            Optional<UUID> cause,
            Entry.Place place,
            DomainEvent data) {}

    public static String write(Entry entry) {
        var what = entry.occurrence();
        return Json.write(new Written(
                entry.event().wireName(),
                what.id(),
                what.at(),
                entry.recordedAt(),
                what.via(),
                what.source(),
                entry.cause(),
                entry.place(),
                entry.event()));
    }

    /** Empty when only newer versions know the event's name. */
    public static Optional<Entry> read(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), Item.class).entry();
    }
}
