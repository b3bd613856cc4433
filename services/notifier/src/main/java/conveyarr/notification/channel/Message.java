package conveyarr.notification.channel;

import conveyarr.flow.wire.Json;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A message as it goes over the wire; JSON unless a header says otherwise. */
public record Message(HttpMethod method, URI to, Map<String, String> headers, byte[] body) {

    public static Message post(URI to, Map<String, String> headers, Object body) {
        return of(HttpMethod.POST, to, headers, body);
    }

    public static Message of(HttpMethod method, URI to, Map<String, String> headers, Object body) {
        return new Message(method, to, headers, Json.write(body).getBytes(StandardCharsets.UTF_8));
    }
}
