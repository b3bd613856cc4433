package conveyarr.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Site;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands for Conveyarr's hook door: keeps every hook and answers what it is told to. */
public final class Receiver implements AutoCloseable {
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile int status = 202;
    private final Site site = new Site(0)
            .on("POST", "/hooks/{instance}", c -> {
                calls.add(c);
                return Reply.empty(status);
            })
            .open();

    public URI url() {
        return site.url();
    }

    public void answer(int other) {
        status = other;
    }

    public List<JsonNode> bodies(String instance) {
        return calls.stream()
                .filter(c -> c.path().endsWith("/" + instance))
                .map(Call::json)
                .toList();
    }

    public List<String> seen() {
        return calls.stream().map(Call::json).map(Receiver::type).toList();
    }

    public Call call(String type) {
        return calls.stream()
                .filter(c -> type(c.json()).equals(type))
                .findFirst()
                .orElseThrow();
    }

    public JsonNode hook(String type) {
        return call(type).json();
    }

    private static String type(JsonNode body) {
        return body.path("eventType").asText(body.path("notification_type").asText());
    }

    @Override
    public void close() {
        site.close();
    }

    /** A payload of the reference, to compare shapes with. */
    public static JsonNode sample(String name) {
        try (var in = Receiver.class.getResourceAsStream("/payloads/" + name)) {
            return Json.read(new String(in.readAllBytes(), UTF_8));
        } catch (java.io.IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    /** The keys of a JSON tree, in order, with the kind of each value: what a consumer depends on. */
    public static String shape(JsonNode node) {
        if (node.isObject()) {
            StringBuilder keys = new StringBuilder("{");
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                keys.append(field.getKey())
                        .append(':')
                        .append(shape(field.getValue()))
                        .append(' ');
            }
            return keys.append('}').toString();
        }
        if (node.isArray()) {
            return node.isEmpty() || !node.get(0).isObject() ? "[]" : "[" + shape(node.get(0)) + "]";
        }
        return node.getNodeType().toString();
    }
}
