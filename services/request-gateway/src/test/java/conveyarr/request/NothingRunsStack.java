package conveyarr.request;

import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Addresses where neither PostgreSQL nor Kafka runs yet. */
public final class NothingRunsStack implements QuarkusTestResourceLifecycleManager {
    static final String PASSWORD = "secret-of-the-test";
    static final int POSTGRES = Ports.free();
    static final int KAFKA = Ports.free();

    static Path folder;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("conveyarr-alone");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.ofEntries(
                Map.entry("conveyarr.data", folder.resolve("data").toString()),
                Map.entry("conveyarr.request.spool-cap", "1M"),
                Map.entry("conveyarr.pg.address", "127.0.0.1:" + POSTGRES + "/postgres"),
                Map.entry("conveyarr.pg.username", "conveyarr"),
                Map.entry("conveyarr.pg.password", PASSWORD),
                Map.entry("kafka.bootstrap.servers", "127.0.0.1:" + KAFKA),
                Map.entry("conveyarr.api-key", EmbeddedStack.API_KEY),
                Map.entry("quarkus.http.test-port", "0"),
                Map.entry("conveyarr.upstreams.portal.kind", "seerr"));
    }

    @Override
    public void stop() {
        Cleanup.delete(folder);
    }
}
