package conveyarr.request.in;

import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The keys that a request shows, in every form that programs with webhooks can be told to use. */
final class OfferedKeys {
    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private OfferedKeys() {}

    static List<String> of(HttpServerRequest request) {
        var keys = new ArrayList<String>();
        add(keys, request.getHeader("X-Api-Key"));
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            add(keys, authorized(authorization.strip()));
        }
        add(keys, request.getParam("apikey"));
        return keys;
    }

    private static String authorized(String value) {
        if (starts(value, BEARER)) {
            return value.substring(BEARER.length());
        }
        return starts(value, BASIC) ? password(value.substring(BASIC.length())) : value;
    }

    /** The user name does not matter. What cannot be decoded is a wrong key, not a missing one. */
    private static String password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException _) {
            return encoded;
        }
    }

    private static boolean starts(String value, String scheme) {
        return value.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private static void add(List<String> keys, String key) {
        if (key != null && !key.isBlank()) {
            keys.add(key.strip());
        }
    }
}
