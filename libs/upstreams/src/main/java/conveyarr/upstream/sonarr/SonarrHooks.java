package conveyarr.upstream.sonarr;

import conveyarr.upstream.HookJson;
import conveyarr.upstream.HookReader;
import java.time.Instant;

/** Knows the types that Sonarr's "Webhook" connection sends (4.0.19, v5 branch); what they say is not read yet. */
final class SonarrHooks implements HookReader {
    @Override
    public Reading read(String instance, Instant receivedAt, byte[] body) {
        return HookJson.read(body, "eventType", Body.class, (type, _) -> switch (type) {
            case "Test", "Grab", "Download", "Rename", "SeriesAdd", "SeriesDelete", "EpisodeFileDelete" ->
                Reading.of(type);
            case "Health", "HealthRestored", "ApplicationUpdate", "ManualInteractionRequired" -> Reading.of(type);
            default -> Reading.notUnderstood(type);
        });
    }

    record Body() {}
}
