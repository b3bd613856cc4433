package conveyarr.flow.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * What a person saved of one subject, such as the connections: entries by name, each with its settings. They count from the next start on.
 */
public final class SavedEntries {
    private static final Logger LOGGER = Logger.getLogger(SavedEntries.class);

    private final Config config;
    private final SavedFile file;
    private final Subject subject;
    private final Map<String, Map<String, String>> atStart;
    private volatile Map<String, Map<String, String>> now;

    public SavedEntries(Config config, Path data, Subject subject) {
        this.config = config;
        this.file = new SavedFile(data, subject.file());
        this.subject = subject;
        this.atStart = entries(file.settings());
        this.now = atStart;
    }

    /**
     * What is saved: {@code file} is its name in the data folder, {@code root} what the keys of all entries begin with; {@code plainSource} is
     * what the config calls the plain variables that say the same, and {@code plainVariable} tells the one of a key.
     */
    public record Subject(String file, String root, String plainSource, UnaryOperator<String> plainVariable) {}

    /** How what is saved differs from what this process started with. */
    public enum Change {
        NONE,
        ADDED,
        CHANGED,
        REMOVED
    }

    /** As this process last read or wrote them. */
    public Map<String, Map<String, String>> all() {
        return now;
    }

    public Optional<Map<String, String>> find(String name) {
        return Optional.ofNullable(now.get(name));
    }

    /** Reads what another process may have saved meanwhile. Blocks; throws as {@link SavedFile#settings} does. */
    public void refresh() {
        now = entries(file.settings());
    }

    /** The same for whoever only shows it: when the file was spoilt, what was read last stays. */
    public void look() {
        try {
            refresh();
        } catch (IllegalArgumentException e) {
            LOGGER.warnf("saved.unreadable cause=%s", e.getMessage());
        }
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
        String start = subject.root() + (name.contains(".") ? '"' + name + '"' : name) + ".";
        var origins = new TreeMap<String, String>();
        for (String key : config.getPropertyNames()) {
            if (key.startsWith(start)) {
                String source = config.getConfigValue(key).getSourceName();
                origins.put(key.substring(start.length()), Origin.of(source, key, subject));
            }
        }
        return origins;
    }

    /**
     * Puts {@code after} in the place of {@code before}; empty stands for an entry that is not there. Blocks until it is on the disk. False when
     * something else is there meanwhile: then nothing was done.
     */
    public boolean replace(String name, Optional<Map<String, String>> before, Optional<Map<String, String>> after)
            throws IOException {
        var entries = new TreeMap<String, Map<String, String>>();
        var lines = file.change(kept -> {
            entries.putAll(entries(kept));
            if (Optional.ofNullable(entries.get(name)).equals(before)) {
                entries.remove(name);
                after.ifPresent(settings -> entries.put(name, new TreeMap<>(settings)));
            }
            return lines(entries);
        });
        now = entries(lines);
        return find(name).equals(after);
    }

    public Path path() {
        return file.path();
    }

    private Map<String, Map<String, String>> entries(Map<String, String> lines) {
        String root = subject.root();
        var all = new TreeMap<String, Map<String, String>>();
        lines.forEach((key, value) -> {
            String[] parts = key.startsWith(root) ? key.substring(root.length()).split("\\.", 2) : new String[0];
            if (parts.length == 2) {
                all.computeIfAbsent(parts[0], _ -> new TreeMap<>()).put(parts[1], value);
            }
        });
        return all;
    }

    private Map<String, String> lines(Map<String, Map<String, String>> entries) {
        var lines = new TreeMap<String, String>();
        entries.forEach((name, settings) ->
                settings.forEach((setting, value) -> lines.put(subject.root() + name + "." + setting, value)));
        return lines;
    }
}
