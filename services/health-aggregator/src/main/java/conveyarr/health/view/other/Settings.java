package conveyarr.health.view.other;

import java.util.Map;

/** How a connection is set, as request-gateway tells it. {@code from} says of each setting where it comes from. */
public record Settings(
        String kind,
        String url,
        String healthUrl,
        String username,
        boolean keySet,
        boolean behindVpn,
        boolean required,
        Map<String, String> from,
        boolean editable,
        String change)
        implements Saved {}
