package conveyarr.simulator.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** How one simulator talks to another: JSON over HTTP, by URL and key, one try, five seconds. */
public final class Peer {
    static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI base;
    private final Map<String, String> headers;

    public Peer(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    public JsonNode get(String path) {
        return Json.read(ok(send(request(path).GET())).body());
    }

    public JsonNode post(String path, Object body) {
        return Json.read(ok(send(request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Json.compact(body)))))
                .body());
    }

    public void put(String path, Object body) {
        ok(send(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(Json.compact(body)))));
    }

    public void delete(String path) {
        ok(send(request(path).DELETE()));
    }

    /** Any request, whatever the status of its answer. */
    public HttpResponse<byte[]> form(String path, String fields, Map<String, String> more) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields));
        more.forEach(request::header);
        return send(request);
    }

    public HttpResponse<byte[]> get(String path, Map<String, String> more) {
        HttpRequest.Builder request = request(path).GET();
        more.forEach(request::header);
        return send(request);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(5));
        headers.forEach(request::header);
        return request;
    }

    private static HttpResponse<byte[]> ok(HttpResponse<byte[]> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new UncheckedIOException(new IOException(
                    answer.uri() + " answered " + answer.statusCode() + " " + new String(answer.body(), UTF_8)));
        }
        return answer;
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("stopped while waiting", stopped));
        }
    }
}
