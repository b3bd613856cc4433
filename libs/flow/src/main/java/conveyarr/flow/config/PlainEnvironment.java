package conveyarr.flow.config;

import io.smallrye.config.EnvConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes variables of the form {@code <WORD>_<KEY>} that such stacks already have, each also as {@code <WORD>_<KEY>_FILE}, a file that holds
 * the value; the variable itself wins. Which words and keys there are is for the subclass to say.
 *
 * <p>It is an {@link EnvConfigSource} because a Quarkus build writes what it finds in any other kind of source into the jar, keys included.
 */
public abstract class PlainEnvironment extends EnvConfigSource {
    private static final long serialVersionUID = 1L;
    private static final int ORDINAL = 305; // just above the environment itself
    private static final Pattern VARIABLE = Pattern.compile("([A-Z0-9]+)_([A-Z0-9_]+?)(_FILE)?");

    private final transient Map<String, Setting> settings;
    private final String name;

    /** What a variable is called in the config, {@code RADARR} and {@code API_KEY} say; empty when it is none of ours. */
    public interface Keys {
        Optional<String> of(String word, String key);
    }

    /** A value, or the file that holds it. */
    private record Setting(String variable, String text, boolean inFile) {
        String value() {
            try {
                return inFile ? Files.readString(Path.of(text)).strip() : text;
            } catch (IOException e) {
                throw new IllegalArgumentException(
                        variable + " names a file that cannot be read: "
                                + e.getClass().getSimpleName(),
                        e);
            }
        }

        @Override
        public String toString() {
            return variable;
        }
    }

    /** {@code name} is shown in error messages; the secrets stay inside. */
    protected PlainEnvironment(String name, Map<String, String> environment, Keys keys) {
        this(name, settings(environment, keys));
    }

    /** The class above gets the keys, and not the values. */
    private PlainEnvironment(String name, Map<String, Setting> settings) {
        super(settings.keySet().stream().collect(Collectors.toMap(key -> key, _ -> "")), ORDINAL);
        this.name = name;
        this.settings = settings;
    }

    private static Map<String, Setting> settings(Map<String, String> environment, Keys keys) {
        var settings = new HashMap<String, Setting>();
        new TreeMap<>(environment).forEach((variable, value) -> {
            var parts = VARIABLE.matcher(variable);
            if (parts.matches() && !value.isBlank()) {
                var setting = new Setting(variable, value.strip(), parts.group(3) != null);
                keys.of(parts.group(1), parts.group(2))
                        .ifPresent(key -> settings.merge(key, setting, (one, other) -> one.inFile() ? other : one));
            }
        });
        return settings;
    }

    /** The variable that says it, or would. */
    public String variable(String key) {
        return Optional.ofNullable(settings.get(key)).map(Setting::variable).orElseGet(() -> Origin.variable(key));
    }

    @Override
    public String getValue(String key) {
        Setting setting = settings.get(key);
        return setting == null ? null : setting.value();
    }

    @Override
    public String getName() {
        return name;
    }
}
