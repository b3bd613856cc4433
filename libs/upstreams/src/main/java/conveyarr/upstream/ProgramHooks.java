package conveyarr.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.events.NaturalKey;
import java.util.Optional;

/** What the hooks of the *arr programs and of Prowlarr say of the programs themselves: these are the same in all of them. */
public final class ProgramHooks {
    private ProgramHooks() {}

    /** What it calls the happening; empty for a hook that is about something else, and for one that does not say what. */
    public static Optional<NaturalKey> key(String eventType, JsonNode body) {
        return switch (eventType) {
            case "Health" -> check(body).map(check -> ArrKeys.complained(check, text(body, "level"), words(body)));
            case "HealthRestored" ->
                check(body).map(check -> ArrKeys.recovered(check, text(body, "level"), words(body)));
            case "ApplicationUpdate" ->
                Optional.ofNullable(body.path("newVersion").textValue()).map(ArrKeys::updated);
            case String _ -> Optional.empty();
        };
    }

    private static Optional<String> check(JsonNode body) {
        return Optional.ofNullable(body.path("type").textValue());
    }

    private static String words(JsonNode body) {
        return text(body, "message");
    }

    private static String text(JsonNode body, String field) {
        return body.path(field).asText("");
    }
}
