package conveyarr.request.in;

import io.vertx.core.MultiMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The headers that are worth keeping. Of those that carry a key, only that they were there. */
final class KeptHeaders {
    private static final int LONGEST = 1000;
    private static final List<String> PLAIN =
            List.of("content-type", "content-length", "content-encoding", "user-agent", "accept");
    private static final List<String> SECRET = List.of("authorization", "x-api-key");
    private static final String MASK = "***";

    private KeptHeaders() {}

    static Map<String, String> of(MultiMap headers) {
        var kept = new LinkedHashMap<String, String>();
        PLAIN.forEach(name -> {
            String value = headers.get(name);
            if (value != null) {
                kept.put(name, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
            }
        });
        SECRET.forEach(name -> {
            if (headers.contains(name)) {
                kept.put(name.toLowerCase(Locale.ROOT), MASK);
            }
        });
        return kept;
    }
}
