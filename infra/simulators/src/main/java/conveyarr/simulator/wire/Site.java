package conveyarr.simulator.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** One HTTP server on loopback: routes, a guard before them, and the word for unknown paths. Virtual threads. */
public final class Site implements AutoCloseable {
    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // otherwise every small answer waits 40 ms
    }

    private final List<Route> routes = new ArrayList<>();
    private Function<Call, Optional<Reply>> guard = call -> Optional.empty();
    private Function<Call, Reply> otherwise = call -> Reply.text(404, "Not Found");
    private int port;
    private HttpServer server;

    public Site(int port) {
        this.port = port;
    }

    public Site on(String method, String path, Function<Call, Reply> answer) {
        routes.add(new Route(method, path, answer));
        return this;
    }

    /** Asked before any route; an answer ends the call there. */
    public Site guard(Function<Call, Optional<Reply>> refusal) {
        this.guard = refusal;
        return this;
    }

    public Site otherwise(Function<Call, Reply> answer) {
        this.otherwise = answer;
        return this;
    }

    /** Starts to listen; after {@link #close()} it listens on the same port again. */
    public synchronized Site open() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException("port " + port + " on loopback cannot be had: " + taken.getMessage(), taken);
        }
        port = server.getAddress().getPort();
        server.createContext("/", this::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return this;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public int port() {
        return port;
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    Map.of(),
                    Form.pairs(exchange.getRequestURI().getRawQuery()),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes());
            send(exchange, answered(call));
        }
    }

    private Reply answered(Call call) {
        try {
            return guard.apply(call).orElseGet(() -> routed(call));
        } catch (NumberFormatException | UncheckedIOException bad) {
            return Reply.json(400, Json.of("message", String.valueOf(bad.getMessage())));
        } catch (RuntimeException bug) {
            return Reply.json(500, Json.of("message", String.valueOf(bug.getMessage()), "description", bug.toString()));
        }
    }

    private Reply routed(Call call) {
        boolean known = false;
        for (Route route : routes) {
            Optional<Map<String, String>> vars = route.match(call.path());
            if (vars.isPresent() && route.method().equals(call.method())) {
                return route.answer().apply(call.with(vars.get()));
            }
            known |= vars.isPresent();
        }
        return known ? Reply.text(405, "Method Not Allowed") : otherwise.apply(call);
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        if (reply.status() == 0) {
            exchange.sendResponseHeaders(200, 100); // and then only the first byte of it
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            return;
        }
        if (reply.type() != null) {
            exchange.getResponseHeaders().set("Content-Type", reply.type());
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        boolean empty = reply.body().length == 0;
        exchange.sendResponseHeaders(reply.status(), empty ? -1 : reply.body().length);
        if (!empty) {
            exchange.getResponseBody().write(reply.body());
        }
    }
}
