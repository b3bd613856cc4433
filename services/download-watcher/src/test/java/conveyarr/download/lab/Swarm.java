package conveyarr.download.lab;

import conveyarr.simulator.gluetun.Gluetun;
import conveyarr.simulator.qbittorrent.Profile;
import conveyarr.simulator.qbittorrent.Qbittorrent;
import conveyarr.simulator.qbittorrent.Qbittorrent.Login;
import conveyarr.simulator.qbittorrent.Qbittorrent.Pace;
import conveyarr.simulator.qbittorrent.Qbittorrent.Setup;
import conveyarr.testkit.Ports;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** A simulated qBittorrent whose downloads take hours, unless they are to be done first. */
final class Swarm implements AutoCloseable {
    private static final Login LOGIN = new Login("admin", "of-the-lab");
    private static final Pace SLOW = new Pace(Duration.ofSeconds(1), Duration.ofHours(5));
    private static final Pace AT_ONCE = new Pace(Duration.ofMillis(100), Duration.ofMillis(100));

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final int port;
    private final Gluetun tunnel;
    private Qbittorrent client;

    private Swarm(Path folder, int port, int tunnel) {
        this.folder = folder;
        this.port = port;
        this.tunnel = new Gluetun(folder, tunnel, "");
        this.client = open(SLOW);
    }

    static Swarm of(Path folder) throws Exception {
        Files.createDirectories(folder);
        return new Swarm(folder, Ports.free(), Ports.free());
    }

    URI url() {
        return client.url();
    }

    /** What has been done for long, and seeds. */
    void done(List<String> hashes) throws Exception {
        client.close();
        client = open(AT_ONCE);
        add(hashes);
        PollLab.soon().until(() -> client.progress(hashes.getLast()) == 1);
        client.close();
        client = open(SLOW);
    }

    void add(List<String> hashes) throws Exception {
        String cookie = post("auth/login", "username=" + LOGIN.user() + "&password=" + LOGIN.password(), "")
                .split(";")[0];
        String magnets = hashes.stream()
                .map(hash -> "magnet:?xt=urn:btih:" + hash + "&dn=Movie." + hash.substring(36) + "&xl=100000000000")
                .collect(Collectors.joining("\n"));
        post("torrents/add", "category=radarr&urls=" + URLEncoder.encode(magnets, StandardCharsets.UTF_8), cookie);
    }

    void goAway() {
        client.goAway();
    }

    void comeBack() {
        client.comeBack();
    }

    private Qbittorrent open(Pace pace) {
        return new Qbittorrent(new Setup(folder, port, Profile.V4_5, LOGIN, pace), tunnel.url());
    }

    private String post(String path, String form, String cookie) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url().toString().replaceAll("/$", "") + "/api/v2/" + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie.isEmpty() ? "none=1" : cookie)
                .POST(BodyPublishers.ofString(form));
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.headers().firstValue("Set-Cookie").orElse("");
    }

    static String user() {
        return LOGIN.user();
    }

    static String password() {
        return LOGIN.password();
    }

    @Override
    public void close() {
        client.close();
        tunnel.close();
    }
}
