package conveyarr.upstream.prowlarr;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.events.NaturalKey;
import conveyarr.events.Trace;
import conveyarr.events.Via;
import conveyarr.upstream.ArrKeys;
import conveyarr.upstream.HookJson;
import conveyarr.upstream.HookReader;
import conveyarr.upstream.ProgramHooks;
import java.time.Instant;
import java.util.Optional;

/** Reads what Prowlarr's "Webhook" connection sends (2.3.6). None of it moves a title. */
final class ProwlarrHooks implements HookReader {
    @Override
    public Reading read(String instance, Instant receivedAt, byte[] body) {
        return HookJson.read(body, "eventType", JsonNode.class, (type, json) -> switch (type) {
            case "Test", "Grab", "Health", "HealthRestored", "ApplicationUpdate" ->
                Reading.of(type).with(key(type, json).map(key -> Trace.of(receivedAt, Via.HOOK, instance, key)));
            default -> Reading.notUnderstood(type);
        });
    }

    private static Optional<NaturalKey> key(String type, JsonNode json) {
        return type.equals("Grab") ? grab(json) : ProgramHooks.key(type, json);
    }

    private static Optional<NaturalKey> grab(JsonNode json) {
        return Optional.ofNullable(json.path("release").path("releaseTitle").textValue())
                .map(title -> ArrKeys.searched(title, json.path("source").asText("")));
    }
}
