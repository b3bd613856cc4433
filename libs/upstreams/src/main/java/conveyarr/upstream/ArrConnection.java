package conveyarr.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.upstream.HookSource.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One connection of "Settings, Connect" as the API has it. The key goes into a header where the program has custom headers (Radarr 5.16, Sonarr
 * 4.0.10, Lidarr 2.9.4), and into the basic-auth password where it has not (Readarr, Prowlarr, older ones). Never into the address, which they log.
 */
record ArrConnection(ObjectNode json) {
    private static final String HEADER = "X-Api-Key";
    private static final int POST = 1;

    static Optional<ArrConnection> webhook(JsonNode json) {
        return json instanceof ObjectNode object
                        && "Webhook".equals(json.path("implementation").asText())
                ? Optional.of(new ArrConnection(object))
                : Optional.empty();
    }

    static List<ArrConnection> webhooks(List<JsonNode> all) {
        return all.stream().flatMap(one -> webhook(one).stream()).toList();
    }

    long id() {
        return json.path("id").asLong();
    }

    String name() {
        return json.path("name").asText();
    }

    String url() {
        return field("url").map(field -> field.path("value").asText()).orElse("");
    }

    /** The headers and the password that it brings. A program may hide the password. */
    Stream<String> shown() {
        var headers = new ArrayList<String>();
        field("headers").ifPresent(field -> field.path("value")
                .forEach(header -> headers.add(header.path("value").asText())));
        field("password").ifPresent(field -> headers.add(field.path("value").asText()));
        return headers.stream();
    }

    boolean isBlocked(ConnectionNames names, List<JsonNode> checks) {
        return checks.stream()
                .filter(check ->
                        "NotificationStatusCheck".equals(check.path("source").asText()))
                .anyMatch(check -> names.saysBlocked(check.path("message").asText(), name()));
    }

    /** Whether it sends anything at all. */
    boolean speaks() {
        return json.properties().stream()
                .anyMatch(e -> e.getKey().startsWith("on") && e.getValue().asBoolean());
    }

    /** As one that is not saved: a test of it that fails leaves the saved one, and its block, alone. */
    ArrConnection unsaved(String name) {
        ObjectNode draft = json.deepCopy();
        draft.remove("id");
        draft.put("name", name);
        return new ArrConnection(draft);
    }

    /** The same with every event that this version knows, sent to the address. */
    ArrConnection sendingTo(Address to, String name) {
        ObjectNode changed = json.deepCopy();
        changed.put("name", name);
        changed.set(
                "tags", JsonNodeFactory.instance.arrayNode()); // a tag would hide the events of all media without it
        json.properties().forEach(e -> {
            if (e.getKey().startsWith("supportsOn") && e.getValue().asBoolean()) {
                changed.put("on" + e.getKey().substring("supportsOn".length()), true);
            }
        });
        for (String more : new String[] {"includeHealthWarnings", "includeManualGrabs"}) {
            if (json.has(more)) {
                changed.put(more, true);
            }
        }
        var connection = new ArrConnection(changed);
        connection.set("url", JsonNodeFactory.instance.textNode(to.url().toString()));
        connection.set("method", JsonNodeFactory.instance.numberNode(POST));
        connection.show(to.key());
        return connection;
    }

    private void show(String key) {
        Optional<ObjectNode> headers = field("headers");
        if (headers.isPresent()) {
            set("headers", withKey(headers.get().path("value"), key));
        } else {
            set("username", JsonNodeFactory.instance.textNode("conveyarr"));
            set("password", JsonNodeFactory.instance.textNode(key));
        }
    }

    /** Never null, which Radarr cannot send. */
    private static ArrayNode withKey(JsonNode before, String key) {
        ArrayNode headers = JsonNodeFactory.instance.arrayNode();
        before.forEach(header -> {
            if (!HEADER.equalsIgnoreCase(header.path("key").asText())) {
                headers.add(header);
            }
        });
        headers.addObject().put("key", HEADER).put("value", key);
        return headers;
    }

    private void set(String name, JsonNode value) {
        field(name).ifPresent(field -> field.set("value", value));
    }

    private Optional<ObjectNode> field(String name) {
        for (JsonNode field : json.path("fields")) {
            if (name.equals(field.path("name").asText()) && field instanceof ObjectNode object) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }
}
