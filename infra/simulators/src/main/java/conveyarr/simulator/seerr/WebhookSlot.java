package conveyarr.simulator.seerr;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;

/** The one webhook that Seerr has. {@code jsonPayload} is kept as it came: right only when it was encoded twice. */
final class WebhookSlot {
    static final int REQUEST_TYPES = 222;

    boolean enabled;
    boolean embedPoster = true;
    int types;
    String webhookUrl = "";
    String authHeader;
    String jsonPayload = Json.compact(defaultTemplate());
    boolean supportVariables;

    static WebhookSlot to(String url, String auth) {
        WebhookSlot slot = new WebhookSlot();
        slot.enabled = true;
        slot.types = REQUEST_TYPES;
        slot.webhookUrl = url;
        slot.authHeader = auth.isEmpty() ? null : auth;
        return slot;
    }

    static WebhookSlot posted(JsonNode body) {
        JsonNode options = body.path("options");
        WebhookSlot slot = new WebhookSlot();
        slot.enabled = body.path("enabled").asBoolean();
        slot.embedPoster = body.path("embedPoster").asBoolean(true);
        slot.types = body.path("types").asInt();
        slot.webhookUrl = options.path("webhookUrl").asText();
        slot.authHeader =
                options.hasNonNull("authHeader") ? options.path("authHeader").asText() : null;
        slot.jsonPayload = options.path("jsonPayload").asText();
        slot.supportVariables = options.path("supportVariables").asBoolean();
        return slot;
    }

    /** After a payload that was encoded once, GET shows an object here instead of a text, as the real one does. */
    ObjectNode view() {
        return view(Json.read(jsonPayload));
    }

    /** What POST answers: the payload in base64. */
    ObjectNode stored() {
        return view(Json.of("p", Base64.getEncoder().encodeToString(jsonPayload.getBytes(UTF_8)))
                .get("p"));
    }

    private ObjectNode view(JsonNode payload) {
        ObjectNode options = Json.of("webhookUrl", webhookUrl, "jsonPayload", payload);
        if (authHeader != null) {
            options.put("authHeader", authHeader);
        }
        options.put("supportVariables", supportVariables);
        return Json.of("enabled", enabled, "embedPoster", embedPoster, "types", types, "options", options);
    }

    /** JSON.parse(JSON.parse(..)); fails, as there, when the payload was encoded once only. */
    JsonNode template() {
        return Json.read(Json.read(jsonPayload).textValue());
    }

    private static String defaultTemplate() {
        try (InputStream text = WebhookSlot.class.getResourceAsStream("default-template.json")) {
            return new String(text.readAllBytes(), UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
