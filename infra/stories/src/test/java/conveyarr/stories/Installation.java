package conveyarr.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Conveyarr as a user runs it: started, killed and stopped through {@code ./conveyarr}, with a data folder and ports of its own. */
final class Installation implements AutoCloseable {
    static final String KEY = "story-key";
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Path data;
    private final int port;
    private final boolean split;
    private final Map<String, String> environment;

    Installation(Path data, int port, boolean split, Map<String, String> environment) {
        this.data = data;
        this.port = port;
        this.split = split;
        this.environment = environment;
    }

    void up() throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("up"));
        if (split) {
            command.add("--split");
        }
        run(Duration.ofMinutes(4), command);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run(Duration.ofSeconds(30), List.of("down"));
    }

    /** SIGKILL, as a crash or the kernel would. */
    void kill(String process) throws IOException {
        ProcessHandle.of(pid(process)).orElseThrow().destroyForcibly();
    }

    long pid(String process) throws IOException {
        return Long.parseLong(
                Files.readString(data.resolve("run").resolve(process + ".pid")).strip());
    }

    /** All that its processes wrote. */
    String logs() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.list(data.resolve("log"))) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    /** The PostgreSQL server of this installation. */
    void killPostgres() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                .getFirst()
                .strip());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(page().resolve(path))
                .header("X-Api-Key", KEY)
                .timeout(Duration.ofSeconds(10))
                .build();
        return MAPPER.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    int status(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(page().resolve(path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    String text(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(page().resolve(path))
                .header("X-Api-Key", KEY)
                .timeout(Duration.ofSeconds(10))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** An action without a word of its own. */
    int post(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(page().resolve(path))
                .header("X-Api-Key", KEY)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    int hook(String instance, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(gateway().resolve("/hooks/" + instance))
                .header("X-Api-Key", KEY)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    String bootstrapServers() {
        return "127.0.0.1:" + (port + 10);
    }

    URI gateway() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where the pages are. */
    URI page() {
        return split ? URI.create("http://127.0.0.1:" + (port + 1)) : gateway();
    }

    private void run(Duration limit, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(ROOT.resolve("conveyarr").toString()));
        command.addAll(arguments);
        Files.createDirectories(data);
        Path said = data.resolve(arguments.getFirst() + ".out");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("CONVEYARR_DATA", data.toString());
        builder.environment().put("CONVEYARR_BUILD", "no");
        builder.environment().put("CONVEYARR_API_KEY", KEY);
        builder.environment().put("CONVEYARR_PORT", Integer.toString(port));
        builder.environment().put("CONVEYARR_KAFKA_PORT", Integer.toString(port + 10));
        builder.environment().put("CONVEYARR_PG_PORT", Integer.toString(port + 12));
        Process process = builder.start();
        if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(
                    "./conveyarr " + arguments + " took longer than " + limit + ": " + Files.readString(said));
        }
        if (process.exitValue() != 0) {
            throw new IOException("./conveyarr " + arguments + " failed: " + Files.readString(said));
        }
    }
}
