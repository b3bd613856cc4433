package conveyarr.simulator.seerr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import conveyarr.simulator.wire.Json;
import java.util.Map;
import java.util.Set;

/** Seerr's substitution, with its corners: first occurrence only, and {@code $&} and {@code $$} as JavaScript has them. */
final class Template {
    private static final Set<String> ENTITIES = Set.of("{{media}}", "{{request}}", "{{issue}}", "{{comment}}");

    private final Map<String, String> variables;
    private final Set<String> present;
    private final ArrayNode extra;

    /** {@code present}: which of media, request, issue, comment the notification has; the others become null. */
    Template(Map<String, String> variables, Set<String> present) {
        this(variables, present, Json.array());
    }

    Template(Map<String, String> variables, Set<String> present, ArrayNode extra) {
        this.variables = variables;
        this.present = present;
        this.extra = extra;
    }

    JsonNode fill(JsonNode template) {
        if (template.isTextual()) {
            return new TextNode(text(template.textValue()));
        }
        if (template instanceof ArrayNode list) {
            ArrayNode filled = Json.array();
            list.forEach(item -> filled.add(fill(item)));
            return filled;
        }
        return template instanceof ObjectNode fields ? object(fields) : template;
    }

    private ObjectNode object(ObjectNode template) {
        ObjectNode filled = Json.of();
        template.fields().forEachRemaining(field -> {
            String key = field.getKey();
            if (key.equals("{{extra}}")) {
                filled.set("extra", extra.deepCopy());
            } else if (ENTITIES.contains(key)) {
                String name = key.substring(2, key.length() - 2);
                filled.set(name, present.contains(name) ? fill(field.getValue()) : null);
            } else {
                filled.set(key, fill(field.getValue()));
            }
        });
        return filled;
    }

    private String text(String text) {
        String filled = text;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            String mark = "{{" + variable.getKey() + "}}";
            int at = filled.indexOf(mark);
            if (at >= 0) {
                filled = filled.substring(0, at)
                        + dollars(variable.getValue(), mark)
                        + filled.substring(at + mark.length());
            }
        }
        return filled;
    }

    private static String dollars(String value, String matched) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            String two = value.substring(i, Math.min(value.length(), i + 2));
            if (two.equals("$$") || two.equals("$&")) {
                out.append(two.equals("$$") ? "$" : matched);
                i++;
            } else {
                out.append(value.charAt(i));
            }
        }
        return out.toString();
    }
}
