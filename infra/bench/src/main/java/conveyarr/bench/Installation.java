package conveyarr.bench;

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
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A Conveyarr of six processes with a data folder and ports of its own, started and ended by {@code ./conveyarr}. */
public final class Installation implements AutoCloseable {
    public static final String KEY = "bench";

    private final Path root;
    private final Path data;
    private final int port;
    private final Map<String, String> environment;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    public Installation(Path root, Path data, int port, Map<String, String> environment) {
        this.root = root;
        this.data = data;
        this.port = port;
        this.environment = environment;
    }

    public void up() throws IOException, InterruptedException {
        run("up", "--split");
    }

    @Override
    public void close() throws IOException {
        try {
            run("down");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + (port + 10);
    }

    public Path data() {
        return data;
    }

    /** The process of a service, or {@code infrastructure} for the broker; empty while it is not there. */
    public Optional<ProcessHandle> process(String name) {
        return handle(data.resolve("run").resolve(name + ".pid"));
    }

    /** Who starts that process again when it dies. */
    public Optional<ProcessHandle> supervisor(String name) {
        return handle(data.resolve("run").resolve(name + ".supervisor"));
    }

    public Optional<ProcessHandle> postgres() {
        return handle(data.resolve("postgres/cluster/postmaster.pid"));
    }

    private static Optional<ProcessHandle> handle(Path file) {
        try {
            return ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                    .filter(ProcessHandle::isAlive);
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    /** What is answered to a question about an address; 0 when nobody answers. */
    public HttpResponse<String> get(int at, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path))
                .header("X-Api-Key", KEY)
                .timeout(Duration.ofSeconds(10))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(root.resolve("conveyarr").toString()));
        command.addAll(List.of(arguments));
        Files.createDirectories(data);
        Path said = data.resolve(arguments[0] + ".out");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("CONVEYARR_DATA", data.toString());
        builder.environment().put("CONVEYARR_API_KEY", KEY);
        builder.environment().put("CONVEYARR_PORT", Integer.toString(port));
        builder.environment().put("CONVEYARR_KAFKA_PORT", Integer.toString(port + 10));
        builder.environment().put("CONVEYARR_PG_PORT", Integer.toString(port + 12));
        Process process = builder.start();
        if (!process.waitFor(8, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        if (process.waitFor() != 0) {
            throw new IOException("./conveyarr " + arguments[0] + " failed: " + Files.readString(said));
        }
    }
}
