package conveyarr.health.wire;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.events.DomainEvent;
import conveyarr.events.MediaId;
import conveyarr.flow.wire.Json;
import conveyarr.health.timeline.Entry;
import conveyarr.health.timeline.Head;
import conveyarr.health.timeline.Timeline;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A timeline as JSON. What follows from the entries is written for readers of the topic, and worked out anew by us. */
public final class TimelineJson {
    private static final String MEDIA = "{\"media\":";

    private TimelineJson() {}

    private record Kept(MediaId media, List<Item<JsonNode>> entries, int dropped) {}

    /** The entries alone: what the topology keeps. */
    public static byte[] keep(Timeline timeline) {
        return keep(timeline, items(timeline));
    }

    /** The same from entries that are written already, see {@link #item}. */
    public static byte[] keep(Timeline timeline, List<byte[]> items) {
        return document(MEDIA + Json.write(timeline.media()), timeline, items);
    }

    /** The record on the topic. */
    public static byte[] tell(Timeline timeline) {
        return tell(timeline, items(timeline));
    }

    /** The same from entries that are written already, see {@link #item}. */
    public static byte[] tell(Timeline timeline, List<byte[]> items) {
        String head = head(timeline.head());
        return document(head.substring(0, head.length() - 1), timeline, items);
    }

    /** One entry, as it stands in both documents. */
    public static byte[] item(Entry entry) {
        return EntryJson.write(entry).getBytes(StandardCharsets.UTF_8);
    }

    /** The media id of what {@link #keep} wrote, without reading the rest; empty for anything else. */
    public static String media(byte[] kept) {
        int from = MEDIA.length() + 1;
        int end = from;
        while (end < kept.length && kept[end] != '"' && kept[end] != '\\') {
            end++;
        }
        return end < kept.length && kept[end] == '"' ? new String(kept, from, end - from, StandardCharsets.UTF_8) : "";
    }

    public static String head(Head head) {
        return Json.write(head);
    }

    public static Head readHead(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), Head.class);
    }

    /** Reads either form; an event whose name only newer versions know is passed over. */
    public static Timeline read(byte[] json) {
        var kept = Json.read(json, Kept.class);
        var entries = kept.entries().stream()
                .flatMap(item -> Item.entry(item).stream())
                .toList();
        return new Timeline(kept.media(), entries, kept.dropped());
    }

    public static JsonNode data(DomainEvent event) {
        return Json.mapper().valueToTree(event);
    }

    private static List<byte[]> items(Timeline timeline) {
        return timeline.entries().stream().map(TimelineJson::item).toList();
    }

    private static byte[] document(String beginning, Timeline timeline, List<byte[]> items) {
        byte[] head = (beginning + ",\"entries\":[").getBytes(StandardCharsets.UTF_8);
        byte[] end = ("],\"dropped\":" + timeline.dropped() + "}").getBytes(StandardCharsets.UTF_8);
        int size = items.stream().mapToInt(item -> item.length + 1).sum();
        var all = ByteBuffer.allocate(head.length + size + end.length - (items.isEmpty() ? 0 : 1));
        all.put(head);
        for (int place = 0; place < items.size(); place++) {
            if (place > 0) {
                all.put((byte) ',');
            }
            all.put(items.get(place));
        }
        return all.put(end).array();
    }
}
