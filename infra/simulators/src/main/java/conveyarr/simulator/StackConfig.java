package conveyarr.simulator;

import conveyarr.simulator.qbittorrent.Profile;
import java.net.URI;
import java.nio.file.Path;

/** All that a simulated stack has to be told. {@code folder} keeps its state over restarts and kills. */
public record StackConfig(Path folder, Ports ports, Speeds speeds, HookTarget hooks, Keys keys, Profile profile) {

    /** Free ports, test speed, demo keys, qBittorrent 4.5. */
    public static StackConfig fast(Path folder, URI hooks, String hookKey) {
        return new StackConfig(
                folder, Ports.free(), Speeds.fast(), new HookTarget(hooks, hookKey), Keys.demo(), Profile.V4_5);
    }

    public StackConfig at(Ports where) {
        return new StackConfig(folder, where, speeds, hooks, keys, profile);
    }

    public StackConfig at(Speeds pace) {
        return new StackConfig(folder, ports, pace, hooks, keys, profile);
    }

    public StackConfig with(Keys others) {
        return new StackConfig(folder, ports, speeds, hooks, others, profile);
    }

    public StackConfig with(Profile other) {
        return new StackConfig(folder, ports, speeds, hooks, keys, other);
    }
}
