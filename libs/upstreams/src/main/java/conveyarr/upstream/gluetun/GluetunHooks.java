package conveyarr.upstream.gluetun;

import conveyarr.upstream.HookJson;
import conveyarr.upstream.HookReader;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The calls of Gluetun's own commands, in the form that {@link HookSettings} gives them. They say only that something has changed: what it is
 * now is looked up at the gateway, so that a call of somebody else, or one that comes late, cannot make a tunnel up or down.
 */
final class GluetunHooks implements HookReader {
    static final String DOWN = "vpn-down";
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
