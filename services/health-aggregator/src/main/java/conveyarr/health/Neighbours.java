package conveyarr.health;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.health.out.NeighbourCalls;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The other services, asked over the same API that everybody has. A page that shows what they know never fails with them. */
@Singleton
public class Neighbours {
    private final NeighbourCalls calls;

    Neighbours(NeighbourCalls calls) {
        this.calls = calls;
    }

    /** {@code path} is that of the API, with its query. */
    public record Call(String method, String path, Optional<JsonNode> body) {
        /** Without the body, which may hold a key. */
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public Uni<Answer> send(Neighbour of, Call call) {
        return calls.send(of, new NeighbourCalls.Call(call.method(), call.path(), call.body()));
    }

    public Uni<Answer> get(Neighbour of, String path) {
        return send(of, new Call("GET", path, Optional.empty()));
    }

    public Uni<Answer> post(Neighbour of, String path, Optional<JsonNode> body) {
        return send(of, new Call("POST", path, body));
    }

    public Uni<Answer> put(Neighbour of, String path, JsonNode body) {
        return send(of, new Call("PUT", path, Optional.of(body)));
    }

    public Uni<Answer> delete(Neighbour of, String path) {
        return send(of, new Call("DELETE", path, Optional.empty()));
    }

    /** As one part of a path, or as a value of a query. */
    public static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
