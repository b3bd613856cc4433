package conveyarr.request;

import conveyarr.flow.spool.Spool;
import conveyarr.simulator.SimulatedStack;
import conveyarr.simulator.StackConfig;
import conveyarr.testkit.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A simulated Seerr that is polled and whose hooks all get lost, and three instances without an address, which only send hooks: "portal" and
 * "radarr" with a key of their own, "sonarr" without.
 */
public final class GatewayStack implements QuarkusTestResourceLifecycleManager {
    static final String HOOK_KEY = "portal-hook-key";

    static final byte[] UNREADABLE = {9, 8, 7};

    static SimulatedStack simulated;
    private static Path data;
    private Path folder;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("conveyarr-gateway");
            data = folder.resolve("data");
            leaveUnreadable(data.resolve("spool"));
            URI nobody = URI.create("http://127.0.0.1:" + Ports.free());
            simulated = SimulatedStack.start(StackConfig.fast(folder.resolve("simulated"), nobody, "none"));
            return Map.of(
                    "conveyarr.data",
                    data.toString(),
                    "conveyarr.request.poll-every",
                    "1s",
                    "conveyarr.upstreams.seerr.url",
                    simulated.seerr().url().toString(),
                    "conveyarr.upstreams.seerr.api-key",
                    simulated.seerr().apiKey(),
                    "conveyarr.upstreams.portal.kind",
                    "overseerr",
                    "conveyarr.upstreams.portal.hook-key",
                    HOOK_KEY,
                    "conveyarr.upstreams.radarr.hook-key",
                    "radarr-hook-key",
                    "conveyarr.upstreams.sonarr.required",
                    "false");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a process of another version may have left it. */
    private static void leaveUnreadable(Path spool) throws IOException {
        try (var left = Spool.open(spool, 1024 * 1024)) {
            left.append(UNREADABLE).toCompletableFuture().join();
        }
    }

    static Path data() {
        return data;
    }

    @Override
    public void stop() {
        simulated.close();
        Cleanup.delete(folder);
    }
}
