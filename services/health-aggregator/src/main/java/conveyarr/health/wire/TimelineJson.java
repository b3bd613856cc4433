package conveyarr.health.wire;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.events.DomainEvent;
import conveyarr.events.MediaId;
import conveyarr.flow.wire.Json;
import conveyarr.health.timeline.Course;
import conveyarr.health.timeline.Facts;
import conveyarr.health.timeline.Head;
import conveyarr.health.timeline.Timeline;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** A timeline as JSON. What follows from the entries is written for readers of the topic, and worked out anew by us. */
public final class TimelineJson {
    private TimelineJson() {}

    private record Kept(MediaId media, List<Item> entries, int dropped) {}

    private record Told(
            String id, MediaId media, Facts facts, Course course, Instant updatedAt, List<Item> entries, int dropped) {}

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

    public static String head(Timeline timeline) {
        return Json.write(timeline.head());
    }

    public static Head readHead(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), Head.class);
    }

    /** Reads either form; an event whose name only newer versions know is passed over. */
    public static Timeline read(byte[] json) {
        var kept = Json.read(json, Kept.class);
        var entries =
                kept.entries().stream().flatMap(item -> item.entry().stream()).toList();
        return new Timeline(kept.media(), entries, kept.dropped());
    }

    public static JsonNode data(DomainEvent event) {
        return Json.mapper().valueToTree(event);
    }

    private static List<Item> items(Timeline timeline) {
        return timeline.entries().stream().map(Item::of).toList();
    }

    private static byte[] bytes(Object document) {
        return Json.write(document).getBytes(StandardCharsets.UTF_8);
    }
}
