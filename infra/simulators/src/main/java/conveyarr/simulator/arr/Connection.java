package conveyarr.simulator.arr;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Shape;
import java.net.URI;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One webhook connection ("Settings, Connect") as the API stores it, with its back-off. */
final class Connection {
    private static final Shape WEBHOOK = Shape.of(Connection.class, "connection.json");

    int id;
    ObjectNode settings;
    BackOff backOff = new BackOff();

    Connection() {}

    Connection(int id, ObjectNode settings) {
        this.id = id;
        this.settings = settings;
    }

    /** The connection that a user of Conveyarr sets up: every event, the key in a header. */
    static ObjectNode everything(URI hook, String key, List<String> flags) {
        ObjectNode header = Json.of("key", "X-Api-Key", "value", key);
        List<ObjectNode> headers = key.isEmpty() ? List.of() : List.of(header);
        ObjectNode settings = WEBHOOK.fill(Json.of("url", hook.toString(), "headers", headers));
        flags.forEach(flag -> settings.put(flag, true));
        return settings;
    }

    /** What the schema shows: nothing is set, and what this version can do. */
    static ObjectNode blank(List<String> flags) {
        ObjectNode blank =
                WEBHOOK.fill(Json.of("url", "", "headers", List.of())).put("name", "");
        flags.forEach(flag -> blank.put(flag, false));
        flags.stream()
                .filter(flag -> flag.startsWith("on"))
                .forEach(flag -> blank.put("supportsOn" + flag.substring(2), true));
        return blank;
    }

    boolean wants(String flag) {
        return settings.path(flag).asBoolean();
    }

    boolean enabled() {
        return settings.properties().stream()
                .anyMatch(f -> f.getKey().startsWith("on") && f.getValue().asBoolean());
    }

    String name() {
        return settings.path("name").asText();
    }

    URI url() {
        return URI.create(field("url").asText());
    }

    JsonNode field(String name) {
        for (JsonNode field : settings.path("fields")) {
            if (field.path("name").asText().equals(name)) {
                return field.path("value");
            }
        }
        return Json.of().path(name);
    }

    Map<String, String> headers(String agent) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", agent + " (alpine 3.22)");
        String login = field("username").asText() + ":" + field("password").asText();
        if (login.length() > 1) {
            headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(ISO_8859_1)));
        }
        field("headers")
                .forEach(
                        h -> headers.put(h.path("key").asText(), h.path("value").asText()));
        return headers;
    }
}
