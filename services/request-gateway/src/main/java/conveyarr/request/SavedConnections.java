package conveyarr.request;

import conveyarr.flow.config.SavedFile;
import conveyarr.request.core.Origin;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The connections that a person saved, by name, each with its settings. They count from the next start on. */
@Startup
@Singleton
public class SavedConnections {
    private static final String ROOT = "conveyarr.upstreams.";

    private final Config config;
    private final SavedFile file;
    private final Map<String, Map<String, String>> atStart;
    private volatile Map<String, Map<String, String>> now;

    SavedConnections(Config config, @ConfigProperty(name = "conveyarr.data", defaultValue = "data") Path data) {
        this.config = config;
        this.file = new SavedFile(data, "connections");
        this.atStart = read();
        this.now = atStart;
    }

    /** How what is saved differs from what this process started with. */
    public enum Change {
        NONE,
        ADDED,
        CHANGED,
        REMOVED
    }

    public Map<String, Map<String, String>> all() {
        return now;
    }

    private Map<String, Map<String, String>> read() {
        var all = new TreeMap<String, Map<String, String>>();
        file.settings().forEach((key, value) -> {
            String[] parts = key.startsWith(ROOT) ? key.substring(ROOT.length()).split("\\.", 2) : new String[0];
            if (parts.length == 2) {
                all.computeIfAbsent(parts[0], _ -> new TreeMap<>()).put(parts[1], value);
            }
        });
        return all;
    }

    public Change change(String name) {
        var before = atStart.get(name);
        var after = now.get(name);
        if (before == null) {
            return after == null ? Change.NONE : Change.ADDED;
        }
        if (after == null) {
            return Change.REMOVED;
        }
        return before.equals(after) ? Change.NONE : Change.CHANGED;
    }

    /** Where each of its settings comes from that this process started with. */
    public Map<String, String> origins(String name) {
        String root = ROOT + (name.contains(".") ? '"' + name + '"' : name) + ".";
        var origins = new TreeMap<String, String>();
        for (String key : config.getPropertyNames()) {
            if (key.startsWith(root)) {
                ConfigValue value = config.getConfigValue(key);
                String setting = key.substring(root.length());
                origins.put(setting, Origin.of(value.getSourceName(), name, setting));
            }
        }
        return origins;
    }

    /** Blocks until it is on the disk. */
    public synchronized void keep(String name, Map<String, String> settings) throws IOException {
        var all = new TreeMap<>(now);
        all.put(name, settings);
        write(all);
    }

    /** Blocks until it is on the disk. */
    public synchronized void forget(String name) throws IOException {
        var all = new TreeMap<>(now);
        all.remove(name);
        write(all);
    }

    public Path path() {
        return file.path();
    }

    private void write(Map<String, Map<String, String>> all) throws IOException {
        var lines = new TreeMap<String, String>();
        all.forEach((name, settings) ->
                settings.forEach((setting, value) -> lines.put(ROOT + name + "." + setting, value)));
        file.write(lines);
        now = all;
    }
}
