package conveyarr.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import conveyarr.flow.wire.Json;
import java.util.Optional;

/** What a service said: its status and its JSON, an error (RFC 9457) included. */
public record Answer(int status, JsonNode body) {
    private static final int NO_ANSWER = 503;

    /** For a service that says nothing. */
    public static Answer none(String service) {
        var body = Json.mapper()
                .createObjectNode()
                .put("detail", service + " does not answer.")
                .put("hint", "Nothing is lost. Try again in a few seconds.");
        return new Answer(NO_ANSWER, body);
    }

    /** What is no JSON is as good as nothing. */
    public static Answer read(int status, byte[] body) {
        try {
            return new Answer(status, body.length == 0 ? NullNode.getInstance() : Json.read(body, JsonNode.class));
        } catch (IllegalArgumentException _) {
            return new Answer(status, NullNode.getInstance());
        }
    }

    /** Nobody answered at all. */
    public boolean isSilence() {
        return status == NO_ANSWER;
    }

    public boolean isGood() {
        return status / 100 == 2;
    }

    /** The JSON as what a page shows; empty when the service did not give that. */
    public <T> Optional<T> as(Class<T> type) {
        try {
            return isGood() ? Optional.ofNullable(Json.mapper().treeToValue(body, type)) : Optional.empty();
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    /** Why it did not do it, in its own words. */
    public String detail() {
        return text("detail", "The service answered with HTTP " + status + ".");
    }

    /** What would be right. */
    public String hint() {
        return text("hint", "");
    }

    private String text(String field, String otherwise) {
        return body.path(field).isTextual() ? body.path(field).asText() : otherwise;
    }
}
