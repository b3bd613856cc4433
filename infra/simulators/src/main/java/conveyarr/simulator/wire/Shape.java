package conveyarr.simulator.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A JSON document from a file beside its class, in which {@code "@/movie/title"} stands for a value of the facts. */
public final class Shape {
    private final JsonNode document;

    private Shape(JsonNode document) {
        this.document = document;
    }

    public static Shape of(Class<?> beside, String file) {
        try (InputStream text = beside.getResourceAsStream(file)) {
            return new Shape(Json.read(new String(text.readAllBytes(), UTF_8)));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    public ObjectNode fill(JsonNode facts) {
        return (ObjectNode) filled(document, facts);
    }

    /** For documents without a single fact in them. */
    public ObjectNode fixed() {
        return document.deepCopy();
    }

    private static JsonNode filled(JsonNode node, JsonNode facts) {
        if (node instanceof ObjectNode fields) {
            ObjectNode filled = Json.of();
            fields.properties().forEach(f -> filled.set(f.getKey(), filled(f.getValue(), facts)));
            return filled;
        }
        if (node instanceof ArrayNode items) {
            ArrayNode filled = Json.array();
            items.forEach(item -> filled.add(filled(item, facts)));
            return filled;
        }
        return node.isTextual() && node.textValue().startsWith("@/") ? fact(facts, node.textValue()) : node;
    }

    private static JsonNode fact(JsonNode facts, String at) {
        JsonNode value = facts.at(at.substring(1));
        return value.isMissingNode() ? NullNode.instance : value;
    }
}
