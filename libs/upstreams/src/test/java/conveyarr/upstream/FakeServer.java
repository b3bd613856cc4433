package conveyarr.upstream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A program on loopback that answers as it is told and remembers what it was asked. */
public final class FakeServer implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Function<Asked, Answer>> routes = new LinkedHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public record Asked(String method, String pathAndQuery, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse(null);
        }
    }

    public record Answer(int status, Map<String, String> headers, String body) {
        public static Answer json(String body) {
            return new Answer(200, Map.of("Content-Type", "application/json; charset=utf-8"), body);
        }

        public static Answer text(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "text/plain; charset=UTF-8"), body);
        }

        public static Answer status(int status) {
            return new Answer(status, Map.of(), "");
        }

        public static Answer page() {
            return new Answer(200, Map.of("Content-Type", "text/html; charset=utf-8"), "<html>Log in</html>");
        }
    }

    public FakeServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The first route whose beginning fits counts; later ones replace earlier ones of the same name. */
    public FakeServer on(String beginning, Answer answer) {
        return on(beginning, _ -> answer);
    }

    public FakeServer on(String beginning, Function<Asked, Answer> answer) {
        routes.put(beginning, answer);
        return this;
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public long asked(String beginning) {
        return asked.stream()
                .filter(a -> a.pathAndQuery().startsWith(beginning))
                .count();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var call = new Asked(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body);
        asked.add(call);
        Answer answer = routes.entrySet().stream()
                .filter(route -> call.pathAndQuery().startsWith(route.getKey()))
                .findFirst()
                .map(route -> route.getValue().apply(call))
                .orElse(Answer.status(404));
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
