package conveyarr.upstream.seerr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import conveyarr.upstream.HookSource.Address;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings of Seerr's webhook. What GET shows as the text of the template, POST wants as the JSON literal of that text (3.1.0 and before);
 * encoded once only, it is accepted and no hook is ever sent.
 */
record SlotSettings(ObjectNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OUR_TEMPLATE = template();
    /** The bits of {@code types}; a test is sent whatever they are. */
    private static final Map<String, Integer> TYPES = new TreeMap<>(Map.of(
            "MEDIA_PENDING", 2,
            "MEDIA_APPROVED", 4,
            "MEDIA_AVAILABLE", 8,
            "MEDIA_FAILED", 16,
            "MEDIA_DECLINED", 64,
            "MEDIA_AUTO_APPROVED", 128,
            "ISSUE_CREATED", 256,
            "ISSUE_COMMENT", 512,
            "ISSUE_RESOLVED", 1024,
            "ISSUE_REOPENED", 2048));

    static SlotSettings of(JsonNode answer) {
        return new SlotSettings(answer instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode());
    }

    static SlotSettings read(String text) {
        try {
            return of(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no settings of a webhook", e);
        }
    }

    boolean enabled() {
        return json.path("enabled").asBoolean();
    }

    String url() {
        return json.path("options").path("webhookUrl").asText("").strip();
    }

    /** Empty when it is none until Seerr has filled in its variables, such as {@code {{event}}}. */
    Optional<URI> address() {
        try {
            return Optional.of(new URI(url().replace(" ", "%20")));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    Optional<String> authorization() {
        return Optional.of(json.path("options").path("authHeader").asText("")).filter(text -> !text.isBlank());
    }

    List<String> types() {
        int bits = json.path("types").asInt();
        return TYPES.entrySet().stream()
                .filter(type -> (bits & type.getValue()) != 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether its template says what our reader needs, so that the same body serves both. */
    boolean plain() {
        String text = json.path("options").path("jsonPayload").asText("");
        return List.of("notification_type", "event", "subject", "{{media}}", "{{request}}", "{{extra}}").stream()
                        .allMatch(key -> text.contains("\"" + key + "\""))
                && List.of("tmdbId", "media_type", "request_id", "requestedBy_username").stream()
                        .allMatch(key -> text.contains("\"" + key + "\""));
    }

    /** As POST wants them. */
    ObjectNode posted() {
        ObjectNode copy = json.deepCopy();
        JsonNode payload = copy.path("options").path("jsonPayload");
        if (payload.isTextual()) {
            copy.withObjectProperty("options").put("jsonPayload", payload.toString());
        }
        return copy;
    }

    SlotSettings sendingTo(Address to) {
        ObjectNode changed = json.deepCopy();
        changed.put("enabled", true);
        changed.put("types", TYPES.values().stream().mapToInt(Integer::intValue).sum());
        ObjectNode options = changed.withObjectProperty("options");
        options.put("webhookUrl", to.url().toString());
        options.put("authHeader", "Bearer " + to.key());
        if (!plain()) {
            options.set("jsonPayload", TextNode.valueOf(OUR_TEMPLATE));
        }
        return new SlotSettings(changed);
    }

    SlotSettings silent() {
        ObjectNode changed = json.deepCopy();
        changed.put("enabled", false);
        ObjectNode options = changed.withObjectProperty("options");
        options.put("webhookUrl", "");
        options.remove("authHeader");
        return new SlotSettings(changed);
    }

    private static String template() {
        try (InputStream text = SlotSettings.class.getResourceAsStream("template.json")) {
            return new String(text.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
