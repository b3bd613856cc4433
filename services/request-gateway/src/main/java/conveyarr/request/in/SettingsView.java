package conveyarr.request.in;

import java.util.Map;
import java.util.Optional;

/**
 * How a connection is set, without its secrets. {@code from} says of each setting where it comes from: a variable, a file, or "saved".
 * {@code editable}: it can be changed and removed here. {@code change} is none, added, changed or removed, and counts from the next start on.
 */
record SettingsView(
        String kind,
        Optional<String> url,
        Optional<String> healthUrl,
        Optional<String> username,
        boolean keySet,
        boolean behindVpn,
        boolean required,
        Map<String, String> from,
        boolean editable,
        String change) {}
