package conveyarr.simulator.qbittorrent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Shape;
import java.util.Arrays;

/** The wire shape of torrents and of the server's state: field for field what 4.5.2 answered. */
final class Fields {
    private static final long UNKNOWN_ETA = 8640000;
    private static final Shape TORRENT = Shape.of(Fields.class, "torrent.json");
    private static final Shape PROPERTIES = Shape.of(Fields.class, "properties.json");
    private static final Shape TRACKERS = Shape.of(Fields.class, "trackers.json");
    private static final Shape SERVER = Shape.of(Fields.class, "server-state.json");

    private Fields() {}

    /** Without {@code hash}: in maindata the hash is the key of the map. */
    static ObjectNode torrent(Torrent t, Profile profile) {
        return TORRENT.fill(facts(t, profile));
    }

    static ObjectNode properties(Torrent t, Profile profile) {
        return PROPERTIES.fill(facts(t, profile));
    }

    static JsonNode trackers(Torrent t, Profile profile) {
        return TRACKERS.fill(facts(t, profile)).get("trackers");
    }

    private static ObjectNode facts(Torrent t, Profile profile) {
        boolean known = t.hasMetadata();
        long completed = known ? (long) t.completed : 0;
        long left = known ? t.size - completed : 0;
        ObjectNode facts = Json.of("row", t, "state", t.state(profile), "progress", t.progress());
        facts.put("availability", t.done() ? -1 : known && !t.stalled ? 1 + t.progress() : 0.0);
        facts.put("amount_left", left).put("completed", completed).put("downloaded", completed);
        facts.put("eta", t.speed > 0 && left > 0 ? left / t.speed + 1 : UNKNOWN_ETA);
        facts.put("size", known ? t.size : 0).put("total_size", known ? t.size : -1);
        facts.put("content_path", known ? t.savePath + "/" + t.name : "").put("priority", t.done() ? 0 : 1);
        facts.put("num_seeds", t.speed > 0 ? 5 : 0).put("num_complete", t.stalled ? 0 : 12);
        facts.put("msg", t.stalled ? "Connection refused" : "").put("status", t.stalled ? 4 : 2);
        facts.put("completion_date", t.completionOn > 0 ? t.completionOn : -1);
        boolean unset = t.completionOn == 0 && profile != Profile.V4_5;
        return facts.put("completion_on", unset ? -1 : t.completionOn);
    }

    static ObjectNode server(Session s, Profile profile) {
        ObjectNode facts = Json.of("downloaded", s.downloaded, "speed", s.speed(), "connection", s.connection());
        facts.put("free", (1L << 40) - s.downloaded)
                .put("peers", s.speed() > 0 ? 5 : 0)
                .put("dht", s.flowing ? 312 : 0);
        ObjectNode server = SERVER.fill(facts);
        return profile == Profile.V4_5
                ? server
                : server.put("last_external_address_v4", "").put("last_external_address_v6", "");
    }

    /** {@code transfer/info}: the part of the server's state that is about the connection. */
    static ObjectNode transfer(Session s, Profile profile) {
        ObjectNode transfer = server(s, profile);
        transfer.properties()
                .removeIf(f -> !f.getKey().matches("connection_status|dht_nodes|[du][lp]_.*|last_external.*"));
        return transfer;
    }

    /** Everything that maindata is about, as one snapshot. */
    static ObjectNode maindata(Session s, Profile profile) {
        ObjectNode torrents = Json.of();
        s.torrents.forEach(t -> torrents.set(t.hash, torrent(t, profile)));
        ObjectNode data = Json.of("categories", categories(s), "server_state", server(s, profile), "tags", tags(s));
        return data.setAll(Json.of("torrents", torrents, "trackers", Json.of()));
    }

    static ObjectNode categories(Session s) {
        ObjectNode categories = Json.of();
        s.categories.forEach(name -> categories.set(name, Json.of("name", name, "savePath", "")));
        return categories;
    }

    private static JsonNode tags(Session s) {
        return Json.array(s.torrents.stream()
                .flatMap(t -> Arrays.stream(t.tags.split(",\\s*")))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .sorted()
                .toList());
    }
}
