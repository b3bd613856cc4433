package conveyarr.stories;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.simulator.SimulatedStack;
import conveyarr.simulator.Speeds;
import conveyarr.simulator.StackConfig;
import conveyarr.simulator.movie.Title;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A simulated media stack, a phone, and a Conveyarr between them. */
final class World implements AutoCloseable {
    final SimulatedStack stack;
    final Receiver phone;
    final Installation conveyarr;

    private World(SimulatedStack stack, Receiver phone, Installation conveyarr) {
        this.stack = stack;
        this.phone = phone;
        this.conveyarr = conveyarr;
    }

    static World start(boolean split) throws Exception {
        return start(split, Map.of());
    }

    /** {@code others} are settings that win over the simulated stack's. */
    static World start(boolean split, Map<String, String> others) throws Exception {
        return start(split, others, _ -> {});
    }

    /** {@code first} is done to the stack before Conveyarr sees it. */
    static World start(boolean split, Map<String, String> others, Consumer<SimulatedStack> first) throws Exception {
        Path folder = Files.createTempDirectory("conveyarr-story");
        int port = Blocks.free();
        var hooks = URI.create("http://127.0.0.1:" + port);
        var config = StackConfig.fast(folder.resolve("stack"), hooks, Installation.KEY)
                .at(Speeds.fast().download(Duration.ofSeconds(6)));
        var stack = SimulatedStack.start(config);
        stack.seerr().trust("trusted");
        first.accept(stack);
        var phone = new Receiver();
        var environment = environment(stack, phone);
        environment.putAll(others);
        var conveyarr = new Installation(folder.resolve("data"), port, split, environment);
        var world = new World(stack, phone, conveyarr);
        try {
            conveyarr.up();
        } catch (IOException e) {
            world.close();
            throw e;
        }
        return world;
    }

    private static Map<String, String> environment(SimulatedStack stack, Receiver phone) {
        var environment = new HashMap<String, String>();
        environment.put("SEERR_URL", stack.seerr().url().toString());
        environment.put("SEERR_API_KEY", stack.seerr().apiKey());
        environment.put("RADARR_URL", stack.radarr().url().toString());
        environment.put("RADARR_API_KEY", stack.radarr().apiKey());
        environment.put("SONARR_URL", stack.sonarr().url().toString());
        environment.put("SONARR_API_KEY", stack.sonarr().apiKey());
        environment.put("QBITTORRENT_URL", stack.qbittorrent().url().toString());
        environment.put("QBITTORRENT_USERNAME", stack.qbittorrent().user());
        environment.put("QBITTORRENT_PASSWORD", stack.qbittorrent().password());
        environment.put("GLUETUN_URL", stack.gluetun().url().toString());
        environment.put("JELLYFIN_URL", stack.jellyfin().url().toString());
        environment.put("JELLYFIN_API_KEY", stack.jellyfin().apiKey());
        environment.put("CONVEYARR_ACQUISITION_HAND_OVER_AFTER", "2s");
        environment.put("CONVEYARR_ACQUISITION_HAND_OVER_AGAIN", "2s");
        environment.put("CONVEYARR_ACQUISITION_LOOK_EVERY", "3s");
        environment.put("CONVEYARR_ACQUISITION_LIMITS_EVERY", "3s");
        environment.put("CONVEYARR_LIBRARY_SCAN_WHEN_QUIET_FOR", "2s");
        environment.put("WEBHOOK_URL", phone.url().toString());
        environment.put("WEBHOOK_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        return environment;
    }

    /** Patience for a slow machine; nothing waits longer than it has to. */
    static ConditionFactory soon() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions();
    }

    /** The row of this title in the list of requests. */
    JsonNode row(Title title) throws Exception {
        for (JsonNode item : conveyarr.get("/api/v1/requests?limit=200").get("items")) {
            if (title.title().equals(item.path("title").asText())) {
                return item;
            }
        }
        throw new AssertionError("no request for " + title.title());
    }

    String stage(Title title) throws Exception {
        return row(title).path("stage").asText();
    }

    JsonNode timeline(Title title) throws Exception {
        return conveyarr
                .get("/api/v1/requests/" + row(title).get("id").asText() + "/timeline?limit=200")
                .get("items");
    }

    @Override
    public void close() throws Exception {
        conveyarr.close();
        phone.close();
        stack.close();
    }
}
