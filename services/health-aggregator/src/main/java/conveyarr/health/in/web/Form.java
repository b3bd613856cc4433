package conveyarr.health.in.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The fields that a person filled in. */
public record Form(Map<String, String> fields) {
    static final String TOKEN = "confirmToken";

    public static Form of(MultivaluedMap<String, String> sent) {
        var fields = new LinkedHashMap<String, String>();
        if (sent != null) {
            sent.forEach((name, values) -> fields.put(name, Objects.requireNonNullElse(values.getFirst(), "")));
        }
        return new Form(fields);
    }

    public String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    Optional<String> given(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    /** The same fields with what a dry run fixed, such as the end of a time that was left open. */
    Map<String, String> fixedBy(JsonNode answer) {
        var all = new LinkedHashMap<>(fields);
        all.keySet().stream()
                .filter(name -> answer.path(name).isTextual())
                .toList()
                .forEach(name -> all.put(name, answer.path(name).asText()));
        all.remove(TOKEN);
        return all;
    }

    /** The names of what was filled in: a key may be among it. */
    @Override
    public String toString() {
        return "Form " + fields.keySet();
    }
}
