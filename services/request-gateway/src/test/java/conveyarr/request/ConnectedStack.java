package conveyarr.request;

import conveyarr.simulator.SimulatedStack;
import conveyarr.simulator.StackConfig;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A simulated Radarr, and a simulated Seerr ("portal") whose one hook goes to somebody else. */
public final class ConnectedStack implements QuarkusTestResourceLifecycleManager {
    static final String FOREIGN_KEY = "key-of-somebody-else";

    static SimulatedStack simulated;
    static ForeignReceiver foreign;
    private static Path folder;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("conveyarr-connected");
            foreign = new ForeignReceiver();
            simulated = SimulatedStack.start(StackConfig.fast(folder.resolve("simulated"), foreign.url(), FOREIGN_KEY));
            simulated.radarr().disconnect();
            return Map.ofEntries(
                    Map.entry("conveyarr.data", folder.resolve("data").toString()),
                    Map.entry("conveyarr.request.connections-every", "1s"),
                    Map.entry("conveyarr.request.hook-grace", "1s"),
                    Map.entry("conveyarr.upstreams.portal.kind", "seerr"),
                    Map.entry(
                            "conveyarr.upstreams.portal.url",
                            simulated.seerr().url().toString()),
                    Map.entry(
                            "conveyarr.upstreams.portal.api-key",
                            simulated.seerr().apiKey()),
                    Map.entry(
                            "conveyarr.upstreams.radarr.url",
                            simulated.radarr().url().toString()),
                    Map.entry(
                            "conveyarr.upstreams.radarr.api-key",
                            simulated.radarr().apiKey()),
                    Map.entry("conveyarr.upstreams.sonarr.required", "false"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path data() {
        return folder.resolve("data");
    }

    @Override
    public void stop() {
        simulated.close();
        foreign.close();
        Cleanup.delete(folder);
    }
}
