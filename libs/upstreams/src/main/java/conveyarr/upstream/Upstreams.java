package conveyarr.upstream;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The instances that the owner configured, each opened once at start. Knows no kind by name. An instance that lacks a key is known, so that
 * its hooks are taken, but it is not opened: it is "not configured", which is not the same as "down".
 */
@Startup
@Singleton
public class Upstreams {
    private final Map<String, Instance> instances = new TreeMap<>();

    /** What one instance lacks, as the config key that would bring it. */
    public record NotConfigured(String instance, String key) {}

    private record Instance(
            UpstreamKind kind, UpstreamsConfig.Entry at, Optional<Upstream> opened, List<NotConfigured> lacks) {}

    Upstreams(@All List<UpstreamKind> kinds, UpstreamsConfig config) {
        var check = new ConfigCheck(kinds);
        new TreeMap<>(config.upstreams()).forEach((name, at) -> {
            UpstreamKind kind = check.kindOf(name, at);
            List<NotConfigured> lacks = check.lacks(kind, name, at);
            instances.put(
                    name,
                    new Instance(
                            kind, at, lacks.isEmpty() ? Optional.of(kind.open(name, at)) : Optional.empty(), lacks));
        });
    }

    /** The opened instances that offer this port, by name. */
    public <P extends Upstream> List<P> all(Class<P> port) {
        return instances.values().stream()
                .flatMap(instance -> instance.opened().stream())
                .filter(port::isInstance)
                .map(port::cast)
                .toList();
    }

    /** Every instance that the config names, opened or not. */
    public Set<String> names() {
        return Set.copyOf(instances.keySet());
    }

    public Optional<UpstreamsConfig.Entry> entry(String name) {
        return Optional.ofNullable(instances.get(name)).map(Instance::at);
    }

    /** How to read the hooks of this instance; empty for an unknown one and for a kind that sends none. */
    public Optional<HookReader> hooks(String name) {
        return Optional.ofNullable(instances.get(name))
                .flatMap(instance -> instance.kind().hooks());
    }

    public List<NotConfigured> notConfigured() {
        var all = new ArrayList<NotConfigured>();
        instances.values().forEach(instance -> all.addAll(instance.lacks()));
        return List.copyOf(all);
    }
}
