package conveyarr.download.lab;

import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.Ports;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The packaged service as a process of its own, on the broker and the database of this JVM. */
final class WatcherProcess implements AutoCloseable {
    private static final Path JAR =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();

    private final int port = Ports.free();
    private final Map<String, String> settings;
    private Process process;

    private WatcherProcess(Map<String, String> settings) {
        this.settings = settings;
    }

    static WatcherProcess of(Map<String, Swarm> clients) {
        var stack = EmbeddedStack.running();
        var settings = new HashMap<>(Map.of(
                "kafka.bootstrap.servers", stack.bootstrapServers(),
                "conveyarr.pg.address", stack.postgresAddress(),
                "conveyarr.pg.username", stack.postgresUser(),
                "conveyarr.pg.password", stack.postgresPassword(),
                "conveyarr.download.poll-every", "2s"));
        clients.forEach((name, swarm) -> {
            String at = "conveyarr.upstreams." + name + ".";
            settings.put(at + "kind", "qbittorrent");
            settings.put(at + "url", swarm.url().toString());
            settings.put(at + "username", Swarm.user());
            settings.put(at + "password", Swarm.password());
        });
        return new WatcherProcess(settings);
    }

    void start() throws IOException {
        var command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-Dquarkus.http.port=" + port, "-jar", JAR.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CONVEYARR_API_KEY", EmbeddedStack.API_KEY);
        Path log = Files.createTempFile("watcher", ".log");
        process = builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        PollLab.soon()
                .ignoreExceptions()
                .until(() -> RestAssured.get("http://127.0.0.1:" + port + "/q/health/started")
                                .statusCode()
                        == 200);
    }

    /** How much of one core it uses during this time, in percent. */
    double coreShare(Duration time) {
        long began = System.nanoTime();
        Duration before = used();
        LockSupport.parkNanos(time.toNanos());
        return 100.0 * used().minus(before).toNanos() / (System.nanoTime() - began);
    }

    private Duration used() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }
}
