package conveyarr.simulator.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP answer. */
public record Reply(int status, String type, byte[] body, Map<String, String> headers) {

    public static Reply json(int status, Object body) {
        return new Reply(
                status, "application/json; charset=utf-8", Json.compact(body).getBytes(UTF_8), Map.of());
    }

    public static Reply json(Object body) {
        return json(200, body);
    }

    /** As programs in Go answer that name no type: Go looks at the body, and calls all that is no web page plain text. */
    public static Reply sniffed(Object body) {
        return text(200, Json.compact(body) + "\n");
    }

    public static Reply text(int status, String body) {
        return new Reply(status, "text/plain; charset=UTF-8", body.getBytes(UTF_8), Map.of());
    }

    public static Reply empty(int status) {
        return new Reply(status, null, new byte[0], Map.of());
    }

    /** An answer that breaks off at its beginning: a client that got none at all might ask again by itself. */
    public static Reply lost() {
        return empty(0);
    }

    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, type, body, more);
    }
}
