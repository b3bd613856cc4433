package conveyarr.upstream.gluetun;

import conveyarr.upstream.HookJson;
import conveyarr.upstream.HookReader;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The calls of Gluetun's own commands, in the form that {@link HookSettings} gives them. They say first of all that something has changed: what
 * it is now is looked up at the gateway. Only where that shows nothing, because it refuses us, what it called with our hook key counts.
 */
final class GluetunHooks implements HookReader {
    static final String DOWN = "vpn-down";
    static final Set<String> UP = Set.of("vpn-up", "port-up");
    private static final Set<String> KNOWN = Set.of("vpn-up", DOWN, "port-up", "port-down");

    record Body(String event, List<Integer> ports) {}

    @Override
    public Reading read(String instance, Instant receivedAt, byte[] body) {
        return HookJson.read(
                body,
                "event",
                Body.class,
                (type, _) -> KNOWN.contains(type) ? Reading.of(type) : Reading.notUnderstood(type));
    }
}
