package conveyarr.stories;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/** A reverse proxy as many are set up: keeps the path, adds to X-Forwarded-For, says who is logged in. It comes from an address of its own. */
final class AppendingProxy implements AutoCloseable {
    private static final Set<String> ITS_OWN = Set.of(
            "host", "connection", "content-length", "upgrade", "transfer-encoding", "remote-user", "x-forwarded-for");

    private final HttpClient client;
    private final HttpServer server;
    private final URI target;
    private final String user;

    AppendingProxy(String address, URI target, String user) throws IOException {
        this.target = target;
        this.user = user;
        client = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(address))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void pass(HttpExchange exchange) throws IOException {
        var call = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!ITS_OWN.contains(name.toLowerCase())) {
                values.forEach(value -> call.header(name, value));
            }
        });
        String before = exchange.getRequestHeaders().getFirst("X-Forwarded-For");
        call.header("X-Forwarded-For", (before == null ? "" : before + ", ") + "127.0.0.1");
        call.header("X-Forwarded-Host", exchange.getRequestHeaders().getFirst("Host"));
        call.header("Remote-User", user);
        try {
            answer(exchange, client.send(call.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private static void answer(HttpExchange exchange, HttpResponse<InputStream> answer) throws IOException {
        for (Map.Entry<String, List<String>> header : answer.headers().map().entrySet()) {
            if (!ITS_OWN.contains(header.getKey().toLowerCase())) {
                exchange.getResponseHeaders().put(header.getKey(), header.getValue());
            }
        }
        boolean none = answer.statusCode() == 204 || answer.statusCode() == 304;
        exchange.sendResponseHeaders(answer.statusCode(), none ? -1 : 0);
        byte[] part = new byte[8192];
        try (InputStream in = answer.body();
                OutputStream out = exchange.getResponseBody()) {
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                out.write(part, 0, read);
                out.flush();
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
    }
}
