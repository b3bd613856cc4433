package conveyarr.notification.lab;

import conveyarr.notification.Receiver;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.Ports;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** The packaged notifier as a process of its own, on the broker and the database of this JVM. */
final class NotifierProcess implements AutoCloseable {
    private static final Path JAR =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();

    private final int port = Ports.free();
    private final List<String> command;
    private final Path log;
    private Process process;

    private NotifierProcess(List<String> command, Path log) {
        this.command = command;
        this.log = log;
    }

    /** With a webhook called {@code home} and an ntfy topic called {@code phone}. */
    static NotifierProcess with(Receiver home, Receiver phone) throws IOException {
        var stack = EmbeddedStack.running();
        var settings = Map.of(
                "kafka.bootstrap.servers", stack.bootstrapServers(),
                "conveyarr.pg.address", stack.postgresAddress(),
                "conveyarr.pg.username", stack.postgresUser(),
                "conveyarr.pg.password", stack.postgresPassword(),
                "conveyarr.channels.home.kind", "webhook",
                "conveyarr.channels.home.url", home.url().toString(),
                "conveyarr.channels.home.secret", "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                "conveyarr.channels.phone.url", phone.url().resolve("/").toString(),
                "conveyarr.channels.phone.topic", "media",
                "conveyarr.notification.claim-grace", "20s");
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx256m"));
        command.add("-Dconveyarr.channels.phone.kind=ntfy");
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        return new NotifierProcess(command, Files.createTempFile("notifier", ".log"));
    }

    void start() throws IOException {
        var whole = new ArrayList<>(command);
        whole.addAll(List.of("-Dquarkus.http.port=" + port, "-jar", JAR.toString()));
        var builder = new ProcessBuilder(whole).redirectErrorStream(true);
        builder.environment().put("CONVEYARR_API_KEY", EmbeddedStack.API_KEY);
        process = builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        soon().ignoreExceptions()
                .until(() -> RestAssured.get("http://127.0.0.1:" + port + "/q/health/started")
                                .statusCode()
                        == 200);
    }

    /** SIGKILL, as a crash would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** All rows of the ledger. */
    List<Map<String, Object>> ledger() {
        var rows = new ArrayList<Map<String, Object>>();
        var next = Optional.<String>empty();
        do {
            JsonPath page = RestAssured.given()
                    .header("X-Api-Key", EmbeddedStack.API_KEY)
                    .get("http://127.0.0.1:" + port + "/api/v1/notifications/deliveries?limit=500"
                            + next.map(cursor -> "&cursor=" + cursor).orElse(""))
                    .jsonPath();
            rows.addAll(page.getList("items"));
            next = Optional.ofNullable(page.getString("next"));
        } while (next.isPresent());
        return rows;
    }

    double metric(String name) {
        return RestAssured.get("http://127.0.0.1:" + port + "/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(20));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
