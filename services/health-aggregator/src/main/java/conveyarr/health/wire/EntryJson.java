package conveyarr.health.wire;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.flow.wire.Json;
import conveyarr.health.timeline.Entry;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One event of the log as JSON. */
public final class EntryJson {
    private static final TypeReference<Item<JsonNode>> READ = new TypeReference<>() {};

    private EntryJson() {}

    public static String write(Entry entry) {
        return Json.write(Item.of(entry));
    }

    /** Empty when only newer versions know the event's name. */
    public static Optional<Entry> read(String json) {
        return Item.entry(Json.read(json.getBytes(StandardCharsets.UTF_8), READ));
    }
}
