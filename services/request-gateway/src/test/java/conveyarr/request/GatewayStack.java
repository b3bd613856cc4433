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
 * A simulated Seerr that is polled and whose hooks all get lost, and instances without an address, which only send hooks: "portal" and
 * "radarr" with a key of their own, all others without.
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
            return Map.ofEntries(
                    Map.entry("conveyarr.data", data.toString()),
                    Map.entry("conveyarr.request.poll-every", "1s"),
                    Map.entry("conveyarr.request.people-every", "2s"),
                    Map.entry("conveyarr.request.people-after", "1s"),
                    Map.entry(
                            "conveyarr.upstreams.seerr.url",
                            simulated.seerr().url().toString()),
                    Map.entry(
                            "conveyarr.upstreams.seerr.api-key",
                            simulated.seerr().apiKey()),
                    Map.entry("conveyarr.upstreams.portal.kind", "overseerr"),
                    Map.entry("conveyarr.upstreams.portal.hook-key", HOOK_KEY),
                    Map.entry("conveyarr.upstreams.radarr.hook-key", "radarr-hook-key"),
                    Map.entry("conveyarr.upstreams.sonarr.required", "false"),
                    Map.entry("conveyarr.upstreams.lidarr.required", "false"),
                    Map.entry("conveyarr.upstreams.readarr.required", "false"),
                    Map.entry("conveyarr.upstreams.prowlarr.required", "false"),
                    Map.entry("conveyarr.upstreams.qbittorrent.required", "false"),
                    Map.entry("conveyarr.upstreams.sabnzbd.required", "false"),
                    Map.entry("conveyarr.upstreams.gluetun.required", "false"),
                    Map.entry("conveyarr.upstreams.radarr-4k.kind", "radarr"),
                    Map.entry("conveyarr.upstreams.sonarr-4k.kind", "sonarr"));
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
