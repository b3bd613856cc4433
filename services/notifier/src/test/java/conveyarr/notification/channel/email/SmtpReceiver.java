package conveyarr.notification.channel.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** An SMTP server on loopback that keeps what it takes, and answers to each command what it is told to. */
final class SmtpReceiver implements AutoCloseable {
    /** Instead of an answer: the end of the connection, or nothing at all. */
    static final String CUT = "CUT";

    static final String SILENCE = "SILENCE";
    /** The mail is looked through first, which takes longer than other receivers may. */
    static final String SCAN = "SCAN";

    private static final Duration SCAN_TIME = Duration.ofMillis(2000);
    /** The command that is no command: the end of the message. */
    static final String END = ".";

    private final ServerSocket door;
    private final SSLContext tls;
    private final Map<String, String> answers = new HashMap<>(Map.of("DATA", "354 go ahead", "AUTH", "235 welcome"));
    private final List<Mail> taken = new CopyOnWriteArrayList<>();
    final List<String> commands = new CopyOnWriteArrayList<>();

    record Mail(List<String> envelope, List<String> lines, boolean encrypted) {
        String text() {
            return String.join("\n", lines);
        }
    }

    /** With {@code tls} it offers STARTTLS. */
    SmtpReceiver(SSLContext tls, Map<String, String> answers) {
        this.tls = tls;
        this.answers.putAll(answers);
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::open);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/");
    }

    List<Mail> taken() {
        return List.copyOf(taken);
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket visitor = door.accept();
                Thread.ofVirtual().start(() -> {
                    try (visitor) {
                        serve(visitor, "220 mail.example.org ESMTP");
                    } catch (IOException _) {
                        // the visitor has left, or was sent away
                    }
                });
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void serve(Socket visitor, String greeting) throws IOException {
        var in = new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.UTF_8));
        say(visitor, greeting);
        var envelope = new ArrayList<String>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String word = line.split(" ")[0].toUpperCase(Locale.ROOT);
            commands.add(word);
            switch (word) {
                case "EHLO" -> say(visitor, hello(visitor));
                case "STARTTLS" -> {
                    say(visitor, "220 go on");
                    serve(encrypted(visitor), "");
                    return;
                }
                case "DATA" -> data(visitor, in, envelope);
                case "QUIT" -> {
                    say(visitor, "221 bye");
                    return;
                }
                default -> {
                    envelope.add(line);
                    answer(visitor, word);
                }
            }
        }
    }

    private String hello(Socket visitor) {
        return "250-mail.example.org\r\n" + (tls == null || visitor instanceof SSLSocket ? "" : "250-STARTTLS\r\n")
                + "250 AUTH PLAIN";
    }

    private void data(Socket visitor, BufferedReader in, List<String> envelope) throws IOException {
        answer(visitor, "DATA");
        if (!answers.get("DATA").startsWith("354")) {
            return;
        }
        var lines = new ArrayList<String>();
        for (String line = in.readLine(); line != null && !line.equals(END); line = in.readLine()) {
            lines.add(line.startsWith(".") ? line.substring(1) : line);
        }
        taken.add(new Mail(List.copyOf(envelope), lines, visitor instanceof SSLSocket));
        answer(visitor, END);
    }

    private void answer(Socket visitor, String word) throws IOException {
        String answer = answers.getOrDefault(word, "250 fine");
        switch (answer) {
            case CUT -> {
                visitor.setSoLinger(true, 0);
                visitor.close();
            }
            case SILENCE -> visitor.getInputStream().read();
            case SCAN -> {
                LockSupport.parkNanos(SCAN_TIME.toNanos());
                say(visitor, "250 fine");
            }
            default -> say(visitor, answer);
        }
    }

    private SSLSocket encrypted(Socket visitor) throws IOException {
        var socket = (SSLSocket) tls.getSocketFactory().createSocket(visitor, null, visitor.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private static void say(Socket visitor, String words) throws IOException {
        if (!words.isEmpty()) {
            visitor.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
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
