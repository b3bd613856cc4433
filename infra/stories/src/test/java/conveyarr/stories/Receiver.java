package conveyarr.stories;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A phone: keeps every notification that reaches it. */
final class Receiver implements AutoCloseable {
    record Message(String id, String body) {}

    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int answer = 204;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            messages.add(new Message(exchange.getRequestHeaders().getFirst("webhook-id"), body));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/notify");
    }

    /** From now on it answers every message with this status. */
    void answers(int status) {
        answer = status;
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    List<Message> about(String text) {
        return messages.stream()
                .filter(message -> message.body().contains(text))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
