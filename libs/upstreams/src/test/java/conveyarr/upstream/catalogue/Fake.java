package conveyarr.upstream.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program that answers as a sample says: over HTTP, or in a conversation over TCP. Keeps what was asked of it. */
final class Fake implements AutoCloseable {
    private final AutoCloseable server;
    private final URI url;
    final List<Call> calls = java.util.Collections.synchronizedList(new ArrayList<>());

    Fake(JsonNode sample, JsonNode change) {
        JsonNode dialogue = change.has("dialogue") ? change.get("dialogue") : sample.path("dialogue");
        if (dialogue.isArray()) {
            var socket = listening();
            server = socket;
            url = URI.create("tcp://127.0.0.1:" + socket.getLocalPort());
            Thread.ofVirtual().start(() -> talk(socket, dialogue));
        } else {
            var site = new Site(0).otherwise(call -> answer(call, sample.path("answers"), change.path("change")));
            for (String method : List.of("GET", "POST")) {
                site.on(method, "/never", _ -> Reply.empty(404));
            }
            site.open();
            server = site;
            url = site.url();
        }
    }

    URI url() {
        return url;
    }

    private Reply answer(Call call, JsonNode usual, JsonNode change) {
        calls.add(call);
        JsonNode said = change.has(call.path()) ? change.get(call.path()) : usual.path(call.path());
        if (said.isMissingNode()) {
            return Reply.text(404, "Not Found");
        }
        JsonNode body = said.get("body");
        byte[] bytes = (body.isTextual() ? body.asText() : body.toString()).getBytes(StandardCharsets.UTF_8);
        String type = body.isTextual() ? "text/plain" : "application/json";
        return new Reply(said.get("status").asInt(), bytes.length == 0 ? null : type, bytes, Map.of());
    }

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void talk(ServerSocket listening, JsonNode dialogue) {
        try (Socket socket = listening.accept()) {
            for (JsonNode turn : dialogue) {
                byte[] wanted = turn.get(0).asText().getBytes(StandardCharsets.ISO_8859_1);
                byte[] heard = socket.getInputStream().readNBytes(wanted.length);
                if (!java.util.Arrays.equals(wanted, heard)) {
                    return;
                }
                socket.getOutputStream().write(turn.get(1).asText().getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            }
        } catch (IOException _) {
            // the caller has hung up
        }
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
