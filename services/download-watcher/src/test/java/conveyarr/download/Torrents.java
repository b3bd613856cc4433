package conveyarr.download;

import conveyarr.simulator.SimulatedStack;
import conveyarr.simulator.Speeds;
import conveyarr.simulator.StackConfig;
import conveyarr.simulator.qbittorrent.Qbittorrent;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A simulated qBittorrent behind the VPN, whose downloads take half an hour. */
public final class Torrents implements QuarkusTestResourceLifecycleManager {
    private static SimulatedStack stack;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Qbittorrent client() {
        return stack.qbittorrent();
    }

    @Override
    public Map<String, String> start() {
        try {
            var folder = Files.createTempDirectory("conveyarr-torrents");
            var speeds = new Speeds(
                    Duration.ofMillis(200),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1),
                    Duration.ofHours(1),
                    Duration.ofHours(1));
            stack = SimulatedStack.start(StackConfig.fast(folder, URI.create("http://127.0.0.1:9"), "key")
                    .at(speeds));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var settings = new HashMap<String, String>();
        settings.put("conveyarr.upstreams.qbit.kind", "qbittorrent");
        settings.put("conveyarr.upstreams.qbit.url", client().url().toString());
        settings.put("conveyarr.upstreams.qbit.username", client().user());
        settings.put("conveyarr.upstreams.qbit.password", client().password());
        settings.put("conveyarr.upstreams.qbit.behind-vpn", "true");
        // Known to be behind the VPN, but without a login it is never looked at.
        settings.put("conveyarr.upstreams.unseen.kind", "qbittorrent");
        settings.put("conveyarr.upstreams.unseen.url", client().url().toString());
        settings.put("conveyarr.upstreams.unseen.behind-vpn", "true");
        settings.put("conveyarr.download.poll-every", "0.5s");
        return settings;
    }

    @Override
    public void stop() {
        stack.close();
    }

    static void add(List<String> hashes) {
        String magnets = hashes.stream()
                .map(hash -> "magnet:?xt=urn:btih:" + hash + "&dn=Movie." + hash.substring(36) + "&xl=1000000000")
                .collect(Collectors.joining("\n"));
        post("torrents/add", Map.of("urls", magnets, "category", "radarr"));
    }

    /** As its owner does it in the Web UI. */
    static void pause(List<String> hashes) {
        post("torrents/pause", Map.of("hashes", String.join("|", hashes)));
    }

    static void resume(List<String> hashes) {
        post("torrents/resume", Map.of("hashes", String.join("|", hashes)));
    }

    static void remove(List<String> hashes) {
        post("torrents/delete", Map.of("hashes", String.join("|", hashes), "deleteFiles", "true"));
    }

    private static void post(String path, Map<String, String> form) {
        try {
            var login = HTTP.send(
                    request("auth/login", Map.of("username", client().user(), "password", client().password()))
                            .build(),
                    BodyHandlers.ofString());
            String cookie =
                    login.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
            var answer = HTTP.send(request(path, form).header("Cookie", cookie).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpRequest.Builder request(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String base = client().url().toString().replaceAll("/$", "");
        return HttpRequest.newBuilder(URI.create(base + "/api/v2/" + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }
}
