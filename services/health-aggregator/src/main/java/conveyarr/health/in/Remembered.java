package conveyarr.health.in;

import conveyarr.health.timeline.Entry;
import conveyarr.health.timeline.Timeline;
import conveyarr.health.wire.TimelineJson;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Writes timelines into the store, and remembers those that it wrote last, with the JSON of each entry: the next event of a title mostly comes
 * soon, and to read and write all of its entries again takes longer than all else that is done with an event.
 */
final class Remembered {
    /** Bytes of JSON; the objects that they stand for take some times as much. */
    private static final int ROOM = 4 * 1024 * 1024;

    private record Known(byte[] json, Timeline timeline, Map<Entry, byte[]> items) {}

    private final Map<String, Known> last = new LinkedHashMap<>(16, 0.75f, true);
    private long size;

    Serde<Timeline> serde() {
        return Serdes.serdeFrom(
                (_, timeline) -> timeline == null ? null : write(timeline),
                (_, json) -> json == null ? null : read(json));
    }

    /** The record on the topic. */
    synchronized byte[] tell(Timeline timeline) {
        return TimelineJson.tell(timeline, items(timeline));
    }

    private synchronized byte[] write(Timeline timeline) {
        var items = items(timeline);
        byte[] json = TimelineJson.keep(timeline, items);
        var entries = new IdentityHashMap<Entry, byte[]>();
        for (int place = 0; place < items.size(); place++) {
            entries.put(timeline.entries().get(place), items.get(place));
        }
        remember(new Known(json, timeline, entries));
        return json;
    }

    /** What was written after this, by a transaction that failed, is not it. */
    private synchronized Timeline read(byte[] json) {
        Known known = last.get(TimelineJson.media(json));
        return known != null && Arrays.equals(known.json(), json) ? known.timeline() : TimelineJson.read(json);
    }

    private List<byte[]> items(Timeline timeline) {
        Known known = last.get(timeline.media().key());
        Map<Entry, byte[]> before = known == null ? Map.of() : known.items();
        return timeline.entries().stream()
                .map(entry -> {
                    byte[] item = before.get(entry);
                    return item == null ? TimelineJson.item(entry) : item;
                })
                .toList();
    }

    private void remember(Known known) {
        Known before = last.put(known.timeline().media().key(), known);
        size += known.json().length - (before == null ? 0 : before.json().length);
        for (Iterator<Known> eldest = last.values().iterator(); size > ROOM && eldest.hasNext(); eldest.remove()) {
            size -= eldest.next().json().length;
        }
    }
}
