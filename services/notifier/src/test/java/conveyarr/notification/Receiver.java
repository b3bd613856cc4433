package conveyarr.notification;

import conveyarr.flow.wire.Json;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Takes messages on loopback and answers as it is told to, badly if need be. It keeps all that it took. */
public final class Receiver implements AutoCloseable {
    private final ServerSocket door;
    private final List<Message> taken = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour;

    /** What to do with a connection after the whole request was read. */
    public sealed interface Behaviour {
        record Answer(int status, Map<String, String> headers, String body) implements Behaviour {}

        /** Closes the connection without a byte. */
        record Cut() implements Behaviour {}

        /** Answers as soon as it may. */
        record Held(CountDownLatch until, Answer answer) implements Behaviour {}

        /** Says that status and quotes the whole request, secrets and all, as error pages of proxies do. */
        record Echo(int status) implements Behaviour {}

        /** Says nothing and keeps the connection. */
        record Silence() implements Behaviour {}

        /** Sends the head of a good answer and then a body that does not end. */
        record Flood() implements Behaviour {}
    }

    public record Message(String line, Map<String, String> headers, byte[] bytes) {
        public String body() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public <T> T json(Class<T> type) {
            return Json.read(bytes, type);
        }
    }

    public Receiver(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::open);
    }

    public static Behaviour answer(int status, String body) {
        return new Behaviour.Answer(status, Map.of("Content-Type", "application/json"), body);
    }

    public void from_now_on(Behaviour next) {
        behaviour = next;
    }

    public List<Message> taken() {
        return List.copyOf(taken);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/in?box=1");
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket visitor = door.accept();
                Thread.ofVirtual().start(() -> serve(visitor));
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void serve(Socket visitor) {
        try (visitor) {
            Message message = read(new BufferedInputStream(visitor.getInputStream()));
            taken.add(message);
            var out = visitor.getOutputStream();
            switch (behaviour) {
                case Behaviour.Answer answer -> out.write(bytes(answer));
                case Behaviour.Held held -> {
                    held.until().await();
                    out.write(bytes(held.answer()));
                }
                case Behaviour.Echo(int status) ->
                    out.write(bytes(new Behaviour.Answer(
                            status, Map.of(), message.line() + message.headers() + message.body())));
                case Behaviour.Cut _ -> visitor.setSoLinger(true, 0);
                case Behaviour.Silence _ -> visitor.getInputStream().read();
                case Behaviour.Flood _ -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    while (true) {
                        out.write(new byte[1024]);
                    }
                }
            }
        } catch (IOException | InterruptedException _) {
            // the visitor has left
        }
    }

    private static byte[] bytes(Behaviour.Answer answer) {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        var head =
                new StringBuilder("HTTP/1.1 " + answer.status() + " Said\r\nContent-Length: " + body.length + "\r\n");
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        return (head + "\r\n" + answer.body()).getBytes(StandardCharsets.UTF_8);
    }

    private static Message read(InputStream in) throws IOException {
        String line = line(in);
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the sender was cut off: this is no message");
        }
        return new Message(line, headers, body);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
