package conveyarr.upstream.gluetun;

import conveyarr.upstream.VpnGateway.Setting;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What to put into Gluetun's settings so that it calls us. Its commands get no shell of their own, its image has BusyBox's wget, and
 * {@code {{PORTS}}} is a list with commas (3.40 and later; the VPN commands only in newer versions).
 */
final class HookSettings {
    /** For {@code /gluetun/auth/config.toml}; a file that names a route which a version does not have keeps it from starting. */
    static final String ROLE = """
            Gluetun refuses our key. Add this role to /gluetun/auth/config.toml, give us the same key as its api-key, and start Gluetun again:
            [[roles]]
            name = "conveyarr"
            auth = "apikey"
            apikey = "<a long random key>"
            routes = ["GET /v1/version", "GET /v1/vpn/status", "PUT /v1/vpn/status", "GET /v1/publicip/ip", "GET /v1/portforward"]
            Up to 3.40 the last route is "GET /v1/openvpn/portforwarded".""";

    /** A role that lets us in and lacks some routes. */
    private static final String LACKING = """
            Gluetun refuses us %s. Add to the routes of our role in /gluetun/auth/config.toml, and start Gluetun again:
            %s
            All that we ask for:
            %s""";

    private static final String COMMAND =
            "/bin/sh -c 'wget -qO- -T 5 --header \"Content-Type: application/json\" --header \"X-Api-Key: <the hook key>\""
                    + " --post-data \"%s\" %s 2>&1'";

    private HookSettings() {}

    static List<Setting> of(URI door) {
        return List.of(
                setting(
                        "VPN_PORT_FORWARDING_UP_COMMAND",
                        "{\\\"event\\\":\\\"port-up\\\",\\\"ports\\\":[{{PORTS}}]}",
                        "3.40",
                        door),
                setting("VPN_PORT_FORWARDING_DOWN_COMMAND", "{\\\"event\\\":\\\"port-down\\\"}", "3.40", door),
                setting("VPN_UP_COMMAND", "{\\\"event\\\":\\\"vpn-up\\\"}", "latest", door),
                setting("VPN_DOWN_COMMAND", "{\\\"event\\\":\\\"vpn-down\\\"}", "latest", door));
    }

    static String routes(List<String> refused) {
        String lines = refused.stream().map(route -> '"' + route + '"').collect(Collectors.joining(", "));
        String all = ROLE.substring(ROLE.indexOf("routes = "));
        return LACKING.formatted(String.join(" and ", refused), lines, all);
    }

    private static Setting setting(String name, String body, String since, URI door) {
        return new Setting(name, COMMAND.formatted(body, door), since);
    }
}
