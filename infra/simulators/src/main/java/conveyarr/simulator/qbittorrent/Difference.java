package conveyarr.simulator.qbittorrent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.wire.Json;

/** What changed between two snapshots of maindata: absent means unchanged, torrents carry changed fields only. */
final class Difference {
    private Difference() {}

    static ObjectNode between(ObjectNode before, ObjectNode now) {
        ObjectNode diff = Json.of();
        nested(diff, "categories", before, now);
        put(diff, "server_state", changed(before.get("server_state"), now.get("server_state")));
        tags(diff, before.get("tags"), now.get("tags"));
        nested(diff, "torrents", before, now);
        return diff;
    }

    private static void nested(ObjectNode diff, String name, ObjectNode before, ObjectNode now) {
        ObjectNode entries = Json.of();
        ArrayNode removed = Json.array();
        now.get(name)
                .fields()
                .forEachRemaining(
                        e -> put(entries, e.getKey(), changed(before.get(name).get(e.getKey()), e.getValue())));
        before.get(name).fieldNames().forEachRemaining(key -> {
            if (!now.get(name).has(key)) {
                removed.add(key);
            }
        });
        put(diff, name, entries);
        put(diff, name + "_removed", removed);
    }

    private static void tags(ObjectNode diff, JsonNode before, JsonNode now) {
        put(diff, "tags", without(now, before));
        put(diff, "tags_removed", without(before, now));
    }

    private static ArrayNode without(JsonNode some, JsonNode others) {
        ArrayNode left = Json.array();
        some.forEach(value -> {
            boolean there = false;
            for (JsonNode other : others) {
                there |= other.equals(value);
            }
            if (!there) {
                left.add(value);
            }
        });
        return left;
    }

    private static JsonNode changed(JsonNode before, JsonNode now) {
        if (before == null) {
            return now;
        }
        ObjectNode fields = Json.of();
        now.fields().forEachRemaining(field -> {
            if (!field.getValue().equals(before.get(field.getKey()))) {
                fields.set(field.getKey(), field.getValue());
            }
        });
        return fields;
    }

    private static void put(ObjectNode into, String key, JsonNode value) {
        if (!value.isEmpty()) {
            into.set(key, value);
        }
    }
}
