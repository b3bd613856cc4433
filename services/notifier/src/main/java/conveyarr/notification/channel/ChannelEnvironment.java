package conveyarr.notification.channel;

import io.smallrye.config.EnvConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes the plain environment: {@code NTFY_URL}, {@code NTFY_TOPIC}, {@code WEBHOOK_SECRET_FILE} become
 * {@code conveyarr.channels.ntfy.url} and so on; the first word is both the name and the kind. A word counts when a file of that name lies in
 * {@code conveyarr/notification/kinds}.
 *
 * <p>It is an {@link EnvConfigSource} because a Quarkus build writes what it finds in any other kind of source into the jar, keys included.
 */
public final class ChannelEnvironment extends EnvConfigSource {
    private static final long serialVersionUID = 1L;
    private static final int ORDINAL = 305; // just above the environment itself
    private static final Pattern VARIABLE = Pattern.compile("([A-Z0-9]+)_(URL|SECRET|TOPIC|TOKEN|CLICK)(_FILE)?");

    private final transient Map<String, Setting> settings;

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
    }

    public ChannelEnvironment() {
        this(System.getenv());
    }

    ChannelEnvironment(Map<String, String> environment) {
        super(Map.of(), ORDINAL);
        this.settings = settings(environment);
    }

    private static Map<String, Setting> settings(Map<String, String> environment) {
        var settings = new HashMap<String, Setting>();
        environment.forEach((variable, value) -> {
            var parts = VARIABLE.matcher(variable);
            if (parts.matches() && !value.isBlank() && isKind(lower(parts.group(1)))) {
                String key = "conveyarr.channels." + lower(parts.group(1)) + "." + lower(parts.group(2));
                var setting = new Setting(variable, value.strip(), parts.group(3) != null);
                settings.merge(key, setting, (one, other) -> one.inFile() ? other : one);
            }
        });
        return settings;
    }

    private static boolean isKind(String word) {
        return ChannelEnvironment.class.getClassLoader().getResource("conveyarr/notification/kinds/" + word) != null;
    }

    @Override
    public String getValue(String key) {
        Setting setting = settings.get(key);
        return setting == null ? null : setting.value();
    }

    /** The class above asks for the names before there are any. */
    @Override
    public Set<String> getPropertyNames() {
        return settings == null ? Set.of() : Set.copyOf(settings.keySet());
    }

    /** Without the values, which may be secrets. */
    @Override
    public Map<String, String> getProperties() {
        return Map.of();
    }

    /** Shown in error messages; the secrets stay inside. */
    @Override
    public String getName() {
        return "channels from the plain environment";
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
