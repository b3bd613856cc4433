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
        ObjectNode torrent = TORRENT.fill(facts(t, profile));
        return profile == Profile.V4_5 ? torrent : torrent.put("private", t.isPrivate);
    }

    static ObjectNode properties(Torrent t, Profile profile) {
        return PROPERTIES.fill(facts(t, profile)).put("is_private", t.isPrivate);
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
        facts.put("msg", t.trackerSays()).put("status", t.trackerSays().isEmpty() ? 2 : 4);
        facts.put("completion_date", t.completionOn > 0 ? t.completionOn : -1);
        boolean unset = t.completionOn == 0 && profile != Profile.V4_5;
        return facts.put("completion_on", unset ? -1 : t.completionOn);
    }

    static ObjectNode server(Session s, Profile profile) {
        ObjectNode facts = Json.of("downloaded", s.downloaded, "speed", s.speed(), "connection", s.connection());
        facts.put("free", s.free - s.downloaded)
                .put("peers", s.speed() > 0 ? 5 : 0)
                .put("dht", s.flowing ? 312 : 0);
        ObjectNode server = SERVER.fill(facts).put("use_alt_speed_limits", s.slowed);
        return profile == Profile.V4_5
                ? server
                : server.put("last_external_address_v4", s.externalAddress).put("last_external_address_v6", "");
    }

    /** Before 5.1 only the log tells the external address. */
    static JsonNode log(Session s) {
        Object told = Json.of(
                "id",
                1,
                "message",
                "Detected external IP. IP: \"" + s.externalAddress + "\"",
                "timestamp",
                0,
                "type",
                2);
        return s.externalAddress.isEmpty() ? Json.array() : Json.array(told);
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
