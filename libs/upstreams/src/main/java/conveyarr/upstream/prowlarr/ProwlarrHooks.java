package conveyarr.upstream.prowlarr;

import conveyarr.upstream.HookJson;
import conveyarr.upstream.HookReader;
import java.time.Instant;

/** Knows the types that Prowlarr's "Webhook" connection sends (2.3.6). None moves a title. */
final class ProwlarrHooks implements HookReader {
    @Override
    public Reading read(String instance, Instant receivedAt, byte[] body) {
        return HookJson.read(body, "eventType", Body.class, (type, _) -> switch (type) {
            case "Test", "Grab", "Health", "HealthRestored", "ApplicationUpdate" -> Reading.of(type);
            default -> Reading.notUnderstood(type);
        });
    }

    record Body() {}
}
