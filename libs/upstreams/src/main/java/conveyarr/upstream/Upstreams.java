package conveyarr.upstream;

import conveyarr.upstream.catalogue.Catalogue;
import conveyarr.upstream.catalogue.Examiner;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The instances that the owner configured, each opened once at start. Knows no kind by name. An instance that lacks a key is known, so that
 * its hooks are taken, but it is not opened: it is "not configured", which is not the same as "down".
 */
@Startup
@Singleton
public class Upstreams {
    private final Map<String, Instance> instances = new TreeMap<>();
    private final ConfigCheck check;

    /** What one instance lacks, as the config key that would bring it. */
    public record NotConfigured(String instance, String key) {}

    private record Instance(
            UpstreamKind kind,
            UpstreamsConfig.Entry at,
            Optional<Upstream> opened,
            Optional<HookSource> hooks,
            List<NotConfigured> lacks,
            Optional<Examiner> examiner) {}

    Upstreams(
            @All List<UpstreamKind> kinds,
            UpstreamsConfig config,
            @ConfigProperty(name = "conveyarr.catalogue", defaultValue = "config/catalogue") String own) {
        var catalogue = new Catalogue(Path.of(own));
        this.check = new ConfigCheck(kinds, catalogue);
        new TreeMap<>(config.upstreams()).forEach((name, at) -> {
            UpstreamKind kind = check.kindOf(name, at);
            List<NotConfigured> lacks = check.lacks(kind, name, at);
            instances.put(name, lacks.isEmpty() ? opened(kind, name, at, catalogue) : closed(kind, at, lacks));
        });
    }

    private static Instance opened(UpstreamKind kind, String name, UpstreamsConfig.Entry at, Catalogue catalogue) {
        var examiner = catalogue.examiner(kind.kind(), name, at);
        return new Instance(kind, at, Optional.of(kind.open(name, at)), kind.hookSource(name, at), List.of(), examiner);
    }

    private static Instance closed(UpstreamKind kind, UpstreamsConfig.Entry at, List<NotConfigured> lacks) {
        return new Instance(kind, at, Optional.empty(), Optional.empty(), lacks, Optional.empty());
    }

    /** The opened instances that offer this port, by name. */
    public <P extends Upstream> List<P> all(Class<P> port) {
        return instances.values().stream()
                .flatMap(instance -> instance.opened().stream())
                .filter(port::isInstance)
                .map(port::cast)
                .toList();
    }

    /** The opened instance of this name, when it offers this port. */
    public <P extends Upstream> Optional<P> one(Class<P> port, String name) {
        return Optional.ofNullable(instances.get(name))
                .flatMap(Instance::opened)
                .filter(port::isInstance)
                .map(port::cast);
    }

    /** False also for a name that the config does not have. */
    public boolean isBehindVpn(String name) {
        return entry(name).filter(UpstreamsConfig.Entry::behindVpn).isPresent();
    }

    /** How an opened instance is, with what the file of its kind asks beside its adapter; fails as {@link Upstream#probe} does. */
    public Uni<Upstream.Alive> probe(Upstream upstream) {
        var examiner = Optional.ofNullable(instances.get(upstream.name())).flatMap(Instance::examiner);
        return examiner.filter(_ -> !upstream.onlyCatalogued())
                .map(closer -> upstream.probe().chain(alive -> closer.examine(alive)))
                .orElseGet(upstream::probe);
    }

    /**
     * Opens an instance that is not in the config, as the next start would, and keeps nothing. Throws {@link ConfigurationException} with the
     * sentence of a start that fails, or with what is missing.
     */
    public Upstream attempt(String name, UpstreamsConfig.Entry at) {
        UpstreamKind kind = check.kindOf(name, at);
        check.lacks(kind, name, at).stream().findFirst().ifPresent(lack -> {
            throw new ConfigurationException(lack.key() + " is missing");
        });
        return kind.open(name, at);
    }

    /** Every word that {@code kind} may be: the kinds with their other names, and the programs that only a file knows. */
    public Set<String> kinds() {
        return check.words();
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

    /** The opened instances whose hooks can be set up through their API, by name. */
    public List<HookSource> hookSources() {
        return instances.values().stream()
                .flatMap(instance -> instance.hooks().stream())
                .toList();
    }

    /** The kind of an instance, such as {@code radarr}; empty for an unknown one. */
    public Optional<String> kind(String name) {
        return Optional.ofNullable(instances.get(name))
                .map(instance -> instance.kind().kind());
    }

    public List<NotConfigured> notConfigured() {
        var all = new ArrayList<NotConfigured>();
        instances.values().forEach(instance -> all.addAll(instance.lacks()));
        return List.copyOf(all);
    }
}
