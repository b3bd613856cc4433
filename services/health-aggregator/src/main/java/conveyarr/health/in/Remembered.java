package conveyarr.health.in;

import conveyarr.health.timeline.Timeline;
import conveyarr.health.wire.TimelineJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/**
 * Writes timelines into the store, and remembers the last few that it wrote: the next event of a title mostly comes soon, and to read all of its
 * entries again takes longer than all else that is done with an event. The store copies what it is given, so that the bytes themselves are the key.
 */
final class Remembered {
    private static final int KEPT = 500;

    private final Map<Bytes, Timeline> last = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Bytes, Timeline> eldest) {
            return size() > KEPT;
        }
    };

    static Serde<Timeline> serde() {
        var remembered = new Remembered();
        return Serdes.serdeFrom(
                (_, timeline) -> timeline == null ? null : remembered.write(timeline),
                (_, json) -> json == null ? null : remembered.read(json));
    }

    private synchronized byte[] write(Timeline timeline) {
        byte[] json = TimelineJson.keep(timeline);
        last.put(Bytes.wrap(json), timeline);
        return json;
    }

    private synchronized Timeline read(byte[] json) {
        Timeline known = last.remove(Bytes.wrap(json));
        return known == null ? TimelineJson.read(json) : known;
    }
}
