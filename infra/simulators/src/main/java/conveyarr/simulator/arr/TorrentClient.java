package conveyarr.simulator.arr;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.simulator.qbittorrent.Qbittorrent;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Peer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.Supplier;

/** A qBittorrent client: cookie login, add, list, delete; one more login after a 403. */
final class TorrentClient {
    private final Peer peer;
    private final String login;
    private final String category;
    private volatile Map<String, String> cookie = Map.of();

    TorrentClient(Qbittorrent client, String category) {
        this.peer = new Peer(client.url(), Map.of());
        this.login = "username=" + encoded(client.user()) + "&password=" + encoded(client.password());
        this.category = category;
    }

    void add(Release release) {
        String fields = "urls=" + encoded(release.magnet()) + "&category=" + category;
        authorised(() -> peer.form("/api/v2/torrents/add", fields, cookie));
    }

    void delete(Release release) {
        String fields = "hashes=" + release.hash().toLowerCase() + "&deleteFiles=true";
        authorised(() -> peer.form("/api/v2/torrents/delete", fields, cookie));
    }

    JsonNode torrents() {
        return Json.read(authorised(() -> peer.get("/api/v2/torrents/info?category=" + category, cookie))
                .body());
    }

    private HttpResponse<byte[]> authorised(Supplier<HttpResponse<byte[]>> call) {
        HttpResponse<byte[]> answer = call.get();
        if (answer.statusCode() == 403) {
            logIn();
            answer = call.get();
        }
        if (answer.statusCode() / 100 != 2) {
            throw new UncheckedIOException(new IOException("qBittorrent answered " + answer.statusCode()));
        }
        return answer;
    }

    private void logIn() {
        HttpResponse<byte[]> answer = peer.form("/api/v2/auth/login", login, Map.of());
        answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = Map.of("Cookie", set.split(";")[0]));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
