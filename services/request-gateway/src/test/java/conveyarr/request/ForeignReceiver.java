package conveyarr.request;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody else's receiver of webhooks, which can be told to fail for a while. */
final class ForeignReceiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger toRefuse = new AtomicInteger();

    record Taken(String path, Headers headers, byte[] body) {}

    ForeignReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void refuse(int times) {
        toRefuse.set(times);
    }

    List<Taken> taken() {
        return List.copyOf(taken);
    }

    private void take(HttpExchange call) throws IOException {
        byte[] body = call.getRequestBody().readAllBytes();
        boolean refused = toRefuse.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        if (!refused) {
            taken.add(new Taken(call.getRequestURI().toString(), call.getRequestHeaders(), body));
        }
        call.sendResponseHeaders(refused ? 503 : 204, -1);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
