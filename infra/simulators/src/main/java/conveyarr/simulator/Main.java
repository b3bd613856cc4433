package conveyarr.simulator;

import conveyarr.simulator.qbittorrent.Profile;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Runs the simulated stack and its play for {@code ./conveyarr up --demo}, until SIGTERM. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        StackConfig config = config(System.getenv());
        SimulatedStack stack = SimulatedStack.start(config);
        announce(stack);
        Demo demo = new Demo(stack, config.folder(), config.hooks());
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            demo.close();
            stack.close();
            ended.countDown();
        }));
        ended.await();
    }

    static StackConfig config(Map<String, String> env) {
        int base = Integer.parseInt(env.getOrDefault("CONVEYARR_DEMO_PORT", "8504"));
        Path folder = Path.of(env.getOrDefault("CONVEYARR_DATA", "data"), "demo");
        URI hooks = URI.create(env.getOrDefault("CONVEYARR_HOOKS_URL", "http://127.0.0.1:8484"));
        HookTarget target = new HookTarget(hooks, env.getOrDefault("CONVEYARR_API_KEY", ""));
        return new StackConfig(folder, Ports.from(base), Speeds.demo(), target, Keys.demo(), Profile.V4_5);
    }

    private static void announce(SimulatedStack stack) {
        System.out.println("seerr        " + stack.seerr().url());
        System.out.println("radarr       " + stack.radarr().url());
        System.out.println("sonarr       " + stack.sonarr().url());
        System.out.println("qbittorrent  " + stack.qbittorrent().url());
        System.out.println("gluetun      " + stack.gluetun().url());
        System.out.println("jellyfin     " + stack.jellyfin().url());
    }
}
