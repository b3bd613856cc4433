package conveyarr.health.wire;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.events.DomainEvent;
import conveyarr.events.EventCatalog;
import conveyarr.events.MediaId;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.wire.Json;
import conveyarr.health.timeline.Course;
import conveyarr.health.timeline.Entry;
import conveyarr.health.timeline.Entry.Place;
import conveyarr.health.timeline.Facts;
import conveyarr.health.timeline.Timeline;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A timeline as JSON. What follows from the entries is written for readers of the topic, and worked out anew by us. */
public final class TimelineJson {
    private TimelineJson() {}

    private record Kept(MediaId media, List<Item> entries, int dropped) {}

    private record Told(
            String id, MediaId media, Facts facts, Course course, Instant updatedAt, List<Item> entries, int dropped) {}

    private record Item(
            String type,
            UUID id,
            Instant at,
            Instant recordedAt,
            Via via,
            String source,
            Optional<UUID> cause,
            Place place,
            JsonNode data) {}

    /** The entries alone: what the topology keeps. */
    public static byte[] keep(Timeline timeline) {
        return bytes(new Kept(timeline.media(), items(timeline), timeline.dropped()));
    }

    /** The record on the topic. */
    public static byte[] tell(Timeline timeline) {
        return bytes(new Told(
                timeline.requestId(),
                timeline.media(),
                timeline.facts(),
                timeline.course(),
                timeline.updatedAt(),
                items(timeline),
                timeline.dropped()));
    }

    /** Reads either form; an event whose name only newer versions know is passed over. */
    public static Timeline read(byte[] json) {
        var kept = Json.read(json, Kept.class);
        var entries = kept.entries().stream()
                .flatMap(item -> EventCatalog.byWireName(item.type()).stream().map(type -> entry(item, type)))
                .toList();
        return new Timeline(kept.media(), entries, kept.dropped());
    }

    public static JsonNode data(DomainEvent event) {
        return Json.mapper().valueToTree(event);
    }

    private static List<Item> items(Timeline timeline) {
        return timeline.entries().stream().map(TimelineJson::item).toList();
    }

    private static Item item(Entry entry) {
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
                data(entry.event()));
    }

    private static Entry entry(Item item, Class<? extends DomainEvent> type) {
        var event = Json.mapper().convertValue(item.data(), type);
        var what = new Occurrence(item.id(), item.at(), item.via(), item.source());
        return new Entry(event, what, item.recordedAt(), item.cause(), item.place());
    }

    private static byte[] bytes(Object document) {
        return Json.write(document).getBytes(StandardCharsets.UTF_8);
    }
}
