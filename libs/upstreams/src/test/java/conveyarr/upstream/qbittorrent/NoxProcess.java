package conveyarr.upstream.qbittorrent;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A real qbittorrent-nox, on loopback or where it is put, with DHT, LSD, PeX and UPnP off, in a folder of its own. */
public final class NoxProcess implements AutoCloseable {
    public static final String USER = "admin";
    public static final String PASSWORD = "password-of-the-test";

    /** Where it runs: {@code command} goes before its own; {@code web} is the address of its pages, and the others are for its peers; none is all of the device. */
    public record Place(List<String> command, String web, String device, String address) {
        public static final Place LOOPBACK = new Place(List.of(), "127.0.0.1", "lo", "127.0.0.1");
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final Place place;
    private final int web = freePort();
    private final int peers = freePort();
    private final Process process;
    private String cookie;

    public static Optional<Path> binary() {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(part -> Path.of(part, "qbittorrent-nox"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public NoxProcess(Path binary, Path folder) {
        this(binary, folder, Place.LOOPBACK);
    }

    public NoxProcess(Path binary, Path folder, Place place) {
        this.folder = folder;
        this.place = place;
        try {
            Files.createDirectories(folder.resolve("qBittorrent/config"));
            Files.createDirectories(files());
            Files.writeString(folder.resolve("qBittorrent/config/qBittorrent.conf"), config());
            var command = new ArrayList<>(place.command());
            command.addAll(List.of(binary.toString(), "--profile=" + folder));
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().atMost(ofSeconds(20)).ignoreExceptions().until(this::loggedIn);
    }

    public URI url() {
        return URI.create("http://" + place.web() + ":" + web);
    }

    public int peerPort() {
        return peers;
    }

    public Path files() {
        return folder.resolve("files");
    }

    public void add(TorrentFile file) {
        String boundary = "----conveyarr";
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"savepath\"\r\n\r\n" + files()
                + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"torrents\"; filename=\"t.torrent\"\r\nContent-Type: application/x-bittorrent\r\n\r\n";
        var body = BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofByteArray(file.torrent()),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        send(request("torrents/add")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body));
    }

    public void post(String path, Map<String, String> form) {
        send(formTo(path, form));
    }

    public String get(String path) {
        return send(request(path).GET()).body();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean loggedIn() {
        var answer = send(formTo("auth/login", Map.of("username", USER, "password", PASSWORD)));
        cookie = answer.headers()
                .firstValue("Set-Cookie")
                .map(c -> c.split(";")[0])
                .orElse(null);
        return cookie != null;
    }

    private HttpRequest.Builder formTo(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(url().resolve("/api/v2/" + path)).timeout(ofSeconds(5));
        return cookie == null ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String config() {
        return """
                [LegalNotice]
                Accepted=true
                [BitTorrent]
                Session\\DHTEnabled=false
                Session\\QueueingSystemEnabled=false
                Session\\LSDEnabled=false
                Session\\PeXEnabled=false
                Session\\Port=%1$d
                Session\\Interface=%2$s
                Session\\InterfaceName=%2$s
                Session\\InterfaceAddress=%3$s
                Session\\DefaultSavePath=%4$s
                [Network]
                PortForwardingEnabled=false
                [Preferences]
                General\\Locale=en
                WebUI\\Address=%5$s
                WebUI\\Port=%6$d
                WebUI\\UseUPnP=false
                WebUI\\BanDuration=2
                WebUI\\Username=%7$s
                WebUI\\Password_PBKDF2="@ByteArray(%8$s)"
                """.formatted(peers, place.device(), place.address(), files(), place.web(), web, USER, passwordHash());
    }

    /** PBKDF2 with HMAC-SHA512 and 100,000 rounds, as qBittorrent keeps it; newer versions have no default password. */
    private static String passwordHash() {
        byte[] salt = new byte[16];
        try {
            var spec = new PBEKeySpec(PASSWORD.toCharArray(), salt, 100_000, 512);
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
            return Base64.getEncoder().encodeToString(salt) + ":"
                    + Base64.getEncoder().encodeToString(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
