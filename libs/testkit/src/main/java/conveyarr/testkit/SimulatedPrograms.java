package conveyarr.testkit;

import conveyarr.flow.Hook;
import conveyarr.simulator.SimulatedStack;
import conveyarr.simulator.Speeds;
import conveyarr.simulator.StackConfig;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Site;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The simulated programs, and a door that passes on each of their hooks three times, as a gateway that is told to replay. The test's
 * {@code initArgs} are settings of the application, such as {@code conveyarr.library.poll-every}.
 */
public final class SimulatedPrograms implements QuarkusTestResourceLifecycleManager {
    private static SimulatedStack stack;
    private final Map<String, String> settings = new HashMap<>();
    private Site door;

    /** The stack of the running test. */
    public static SimulatedStack stack() {
        return stack;
    }

    @Override
    public void init(Map<String, String> initArgs) {
        settings.putAll(initArgs);
    }

    @Override
    public Map<String, String> start() {
        door = new Site(0)
                .on("POST", "/hooks/{instance}", SimulatedPrograms::pass)
                .open();
        try {
            var folder = Files.createTempDirectory("conveyarr-programs");
            stack = SimulatedStack.start(
                    StackConfig.fast(folder, door.url(), "key").at(Speeds.fast().download(Duration.ofSeconds(2))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings.put("conveyarr.upstreams.radarr.url", stack.radarr().url().toString());
        settings.put("conveyarr.upstreams.radarr.api-key", stack.radarr().apiKey());
        settings.put("conveyarr.upstreams.jellyfin.url", stack.jellyfin().url().toString());
        settings.put("conveyarr.upstreams.jellyfin.api-key", stack.jellyfin().apiKey());
        return settings;
    }

    private static Reply pass(Call call) {
        // The door's threads do not inherit the class loader of the test, by which the Kafka client finds its classes.
        Thread.currentThread().setContextClassLoader(SimulatedPrograms.class.getClassLoader());
        for (int i = 0; i < 3; i++) {
            TopicWriter.pass(new Hook(UUID.randomUUID(), call.text("instance"), Instant.now(), call.body()));
        }
        return Reply.empty(202);
    }

    @Override
    public void stop() {
        stack.close();
        door.close();
    }
}
