package conveyarr.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Writes a document again and lies now and then: drops, doubles, renames, retypes and deepens what is in it. The result is JSON. */
final class JsonMutator {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SELDOM = 60;
    private static final int DEEPEST = 300;
    private static final List<String> OTHERS = List.of(
            "null",
            "true",
            "0",
            "-1",
            "2.5",
            "1e400",
            "-9223372036854775809",
            "9007199254740993",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"17\"",
            "\"0001-01-01T00:00:00Z\"",
            "\"+1000000000-12-31T23:59:59Z\"",
            "\"2026-02-01T12:00:00\"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "{\"id\":null}",
            "\"" + "x".repeat(5_000) + "\"");

    private final Random random;
    private final StringBuilder out = new StringBuilder();

    private JsonMutator(Random random) {
        this.random = random;
    }

    static byte[] mutated(byte[] document, Random random) {
        try {
            var mutator = new JsonMutator(random);
            mutator.write(JSON.readTree(document));
            return mutator.out.toString().getBytes(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean now() {
        return random.nextInt(SELDOM) == 0;
    }

    private void write(JsonNode node) {
        if (now()) {
            retyped(node);
        } else if (now() && now()) {
            deepened(node);
        } else if (node.isObject()) {
            fields(node);
        } else if (node.isArray()) {
            elements(node);
        } else {
            out.append(node);
        }
    }

    /** As another type, or as a text of the same. */
    private void retyped(JsonNode node) {
        out.append(
                random.nextInt(4) == 0
                        ? TextNode.valueOf(node.isValueNode() ? node.asText() : node.toString())
                                .toString()
                        : OTHERS.get(random.nextInt(OTHERS.size())));
    }

    private void deepened(JsonNode node) {
        int depth = 1 + random.nextInt(DEEPEST);
        boolean list = random.nextBoolean();
        out.append((list ? "[" : "{\"id\":").repeat(depth));
        write(node);
        out.append((list ? "]" : "}").repeat(depth));
    }

    private void fields(JsonNode node) {
        out.append('{');
        String comma = "";
        for (var field : node.properties()) {
            int times = now() ? 0 : now() ? 2 : 1;
            for (int i = 0; i < times; i++) {
                String name = now() ? renamed(field.getKey()) : field.getKey();
                out.append(comma).append(TextNode.valueOf(name)).append(':');
                write(field.getValue());
                comma = ",";
            }
        }
        out.append('}');
    }

    private void elements(JsonNode node) {
        out.append('[');
        String comma = "";
        for (JsonNode element : node) {
            int times = now() ? 0 : now() ? 2 + random.nextInt(40) : 1;
            for (int i = 0; i < times; i++) {
                out.append(comma);
                write(element);
                comma = ",";
            }
        }
        out.append(']');
    }

    private String renamed(String name) {
        return random.nextBoolean() ? name.toUpperCase(Locale.ROOT) : name + "s";
    }
}
